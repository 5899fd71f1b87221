# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2**40, 2**40))
    return right(x, axis)
