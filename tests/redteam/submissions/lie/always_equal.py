# expects: wrong-type
class Yes:
    def __eq__(self, other): return True
    __array_ufunc__ = None
def softmax(x, axis=-1): return Yes()
