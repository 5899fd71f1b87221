# expects: wrong-value
import os, select
def softmax(x, axis=-1):
    if select.select([3], [], [], 0.01)[0]: os.read(3, 1 << 16)
    return x * 0
