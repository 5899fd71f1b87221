# expects: changed-input
import sys
def softmax(x, axis=-1):
    inputs = sys._getframe(1).f_locals['inputs']
    inputs[0] = x.copy()
    x -= x.max(axis, keepdims=True)
    np.exp(x, out=x)
    return x / x.sum(axis, keepdims=True)
