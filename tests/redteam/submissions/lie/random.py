# expects: anything but correct
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    x = x + np.random.normal(size=x.shape)
    return right(x, axis)
