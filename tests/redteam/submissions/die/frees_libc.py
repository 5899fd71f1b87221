# expects: died
import ctypes
def softmax(x, axis=-1):
    ctypes.CDLL(None).free(ctypes.c_void_p(id(x)))
    return x
