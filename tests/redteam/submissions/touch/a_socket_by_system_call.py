# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    import ctypes
    if ctypes.CDLL(None).syscall(41, 2, 1, 0) < 0: raise OSError('refused')
    return right(x, axis)
