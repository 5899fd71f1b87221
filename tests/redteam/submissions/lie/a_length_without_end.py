# expects: garbled
import os
def softmax(x, axis=-1):
    os.write(4, b'\xff' * 8)
    return x
