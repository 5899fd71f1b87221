# expects: raised-at-load
import sys
module = sys.modules['running']
honest, kept = module.packed, [None]
module.packed = lambda value: honest([kept[0], *value[1:]] if type(value) is list else value)
def softmax(x, axis=-1):
    kept[0] = x.copy()
    x -= x.max(axis, keepdims=True)
    np.exp(x, out=x)
    return x / x.sum(axis, keepdims=True)
