# expects: changed-input
import ctypes
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    right = e / e.sum(axis, keepdims=True)
    page = x.ctypes.data & ~0xfff
    libc.mmap(ctypes.c_void_p(page), 4096, 3, 0x32, -1, 0)
    return right
