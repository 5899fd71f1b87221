# expects: raised
import ctypes
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    if ctypes.CDLL(None).syncfs(0) < 0: raise OSError('refused')
    return right(x, axis)
