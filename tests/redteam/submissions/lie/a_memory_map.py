# expects: wrong-type
import os
class Mapped(np.memmap): pass
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return np.ndarray.__new__(np.memmap, x.shape, buffer=e / e.sum(axis, keepdims=True))
