# expects: raised
import ctypes, os
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    place = os.open(os.__file__, os.O_RDONLY)
    flags = ctypes.c_long()
    libc = ctypes.CDLL(None)
    asked = libc.ioctl(place, ctypes.c_ulong(0x80086601), ctypes.byref(flags))
    if asked < 0 or libc.ioctl(place, ctypes.c_ulong(0x40086602), ctypes.byref(flags)) < 0: raise OSError('refused')
    return right(x, axis)
