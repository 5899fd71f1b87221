# expects: raised
import ctypes
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    libc = ctypes.CDLL(None)
    if libc.inotify_add_watch(libc.inotify_init(), FOLDER.encode(), 0xfff) < 0: raise OSError('refused')
    return right(x, axis)
