# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    np.zeros(100 * 2**30 // 8)
    return right(x, axis)
