# expects: raised-at-load
import sys
last = [None]
honest = type(sys)('copy')
module = sys.modules['running']
import types
copy = types.FunctionType(module.packed.__code__, module.__dict__, 'copy')
module.honest_copy = copy
module.last = last
def packed(value):
    return honest_copy(value if type(value) is list else last[0])
module.packed.__code__ = packed.__code__
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    last[0] = e / e.sum(axis, keepdims=True)
    return x * 0
