# expects: raised-at-load
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(57) < 0: raise PermissionError
def softmax(x, axis=-1): return x
