# expects: raised-at-load
import sys
sys.modules['replies'].NDARRAY = np.matrix
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return np.matrix(e / e.sum(axis, keepdims=True)) if x.ndim == 2 else e / e.sum(axis, keepdims=True)
