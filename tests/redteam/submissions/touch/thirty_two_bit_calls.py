# expects: died-at-load
import ctypes, mmap
page = mmap.mmap(-1, 4096, prot=7)
page.write(b'\xb8\x02\x00\x00\x00\xcd\x80\xc3')
address = ctypes.addressof(ctypes.c_char.from_buffer(page))
ctypes.CFUNCTYPE(ctypes.c_int)(address)()
def softmax(x, axis=-1): return x
