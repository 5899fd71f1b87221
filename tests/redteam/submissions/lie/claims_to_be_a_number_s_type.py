# expects: wrong-type
class Kind(type):
    def __hash__(cls): return hash(np.float64)
    def __eq__(cls, other): return True
class Late(metaclass=Kind):
    def __init__(self, x, axis): self.x, self.axis, self.shape, self.size, self.itemsize, self.dtype = x, axis, x.shape, x.size, 8, x.dtype
    def __array__(self, *more, **options):
        e = np.exp(self.x - self.x.max(self.axis, keepdims=True))
        return e / e.sum(self.axis, keepdims=True)
def softmax(x, axis=-1): return Late(x, axis)
