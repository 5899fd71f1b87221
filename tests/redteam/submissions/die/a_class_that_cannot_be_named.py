# expects: died
class Nameless(type):
    __name__ = property(lambda cls: 1 / 0)
class Error(Exception, metaclass=Nameless): pass
def softmax(x, axis=-1): raise Error
