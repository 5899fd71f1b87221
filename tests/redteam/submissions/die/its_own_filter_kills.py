# expects: died
import ctypes, struct
def softmax(x, axis=-1):
    code = struct.pack('=HBBI', 6, 0, 0, 0x80000000)
    buffer = ctypes.create_string_buffer(code, 8)
    ctypes.CDLL(None).prctl(22, 2, struct.pack('@HP', 1, ctypes.addressof(buffer)), 0, 0)
    return x
