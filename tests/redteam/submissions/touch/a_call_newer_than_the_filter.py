# expects: raised
import ctypes
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    attributes = (ctypes.c_ulonglong * 3)()
    done = ctypes.CDLL(None).syscall(469, -100, CANARY.encode(), attributes, ctypes.c_size_t(24), 0)
    if done < 0: raise OSError('refused')
    return right(x, axis)
