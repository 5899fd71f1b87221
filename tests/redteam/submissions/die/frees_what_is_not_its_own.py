# expects: anything but correct
import ctypes
def softmax(x, axis=-1):
    ctypes.memset(id(x), 0, 64)
    return x * 0
