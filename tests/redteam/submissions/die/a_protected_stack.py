# expects: died
import ctypes
def softmax(x, axis=-1):
    libc = ctypes.CDLL(None)
    libc.mprotect(ctypes.c_void_p(id(x) & ~0xfff), 4096, 0)
    return x
