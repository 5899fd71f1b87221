# expects: raised
import os, sys

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    kept = []
    while True: kept.append(np.zeros(2**24))
    return right(x, axis)
