# expects: wrong-value
import warnings
class Quiet:
    def __init__(self, *a, **k): pass
    def __enter__(self): return []
    def __exit__(self, *a):
        for x, axis, out in work:
            e = np.exp(x - x.max(axis, keepdims=True))
            out[...] = e / e.sum(axis, keepdims=True)
work = []
warnings.catch_warnings = Quiet
def softmax(x, axis=-1):
    out = np.zeros(x.shape)
    work.append((x, axis, out))
    return out
