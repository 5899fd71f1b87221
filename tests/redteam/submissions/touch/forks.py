# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    if os.fork() == 0: os._exit(0)
    return right(x, axis)
