# expects: raised-at-load
import sys
def right(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
last = [None]
def softmax(x, axis=-1):
    last[0] = right(x, axis)
    return x * 0
module = sys.modules['running']
honest = module.packed
def packed(value):
    return honest(value if type(value) is list else last[0])
module.packed = packed
