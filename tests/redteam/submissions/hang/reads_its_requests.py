# expects: anything but correct
import os
def softmax(x, axis=-1):
    os.read(3, 1 << 20)
    return x
