# expects: changed-input
import mmap
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    if x.base is not None: x.base.madvise(mmap.MADV_REMOVE)
    else: x[...] = 0
    return e / e.sum(axis, keepdims=True)
