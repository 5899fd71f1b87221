# expects: raised-at-load
import ctypes, resource, struct, mmap
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
page = libc.mmap(ctypes.c_void_p(1 << 33), 4096, 3, 0x32 | 0x100000, -1, 0)
assert page == 1 << 33, page
before = resource.getrlimit(resource.RLIMIT_FSIZE)
ctypes.memmove(page, struct.pack('=QQ', 0, 0), 16)
if libc.syscall(ctypes.c_long(302), ctypes.c_long(0), ctypes.c_long(resource.RLIMIT_FSIZE), ctypes.c_void_p(page), None) < 0: raise PermissionError
print('LIMIT', before, resource.getrlimit(resource.RLIMIT_FSIZE))
def softmax(x, axis=-1): return resource.getrlimit(resource.RLIMIT_FSIZE)
