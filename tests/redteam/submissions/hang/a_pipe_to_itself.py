# expects: timed-out
import os
def softmax(x, axis=-1):
    reading, writing = os.pipe()
    return os.read(reading, 1)
