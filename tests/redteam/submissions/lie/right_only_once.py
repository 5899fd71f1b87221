# expects: not-repeatable
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    global seen
    seen = globals().get('seen', 0) + 1
    if seen > 10: x = x * 2
    return right(x, axis)
