# expects: garbled
import os
def softmax(x, axis=-1):
    data = b'\0\0\0\x08\0\0\0\0' + b'{}      '
    while True: os.write(4, b'\0')
