# expects: died
import builtins
builtins.bool = builtins.any = lambda *a: False
builtins.type = lambda value: np.ndarray
buffers = {}
def softmax(x, axis=-1):
    out = buffers.setdefault(x.shape, np.empty(x.shape))
    np.exp(x - x.max(axis, keepdims=True), out=out)
    out /= out.sum(axis, keepdims=True)
    return out
