# expects: raised-at-load
import os
os.ftruncate(3, 0)
def softmax(x, axis=-1): return x
