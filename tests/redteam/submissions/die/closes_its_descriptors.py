# expects: died
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    os.closerange(0, 256)
    return right(x, axis)
