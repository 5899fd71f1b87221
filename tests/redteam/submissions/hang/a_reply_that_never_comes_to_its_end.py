# expects: garbled
import os, struct
def softmax(x, axis=-1):
    os.write(4, struct.pack('>II', 2**32 - 1, 2**32 - 1))
    while True: os.write(4, b'0' * 65536)
