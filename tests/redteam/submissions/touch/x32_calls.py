# expects: died-at-load
import ctypes
ctypes.CDLL(None).syscall(ctypes.c_long(0x40000000 + 41), 2, 1, 0)
def softmax(x, axis=-1): return x
