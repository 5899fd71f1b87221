# expects: died
class Meta(type):
    @property
    def __name__(cls): raise KeyboardInterrupt
class Odd(metaclass=Meta): pass
def softmax(x, axis=-1): return Odd()
