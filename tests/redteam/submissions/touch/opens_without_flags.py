# expects: raised-at-load
import os
os.close(os.open(CANARY, os.O_PATH)); os.open('/proc/self/fd/0', os.O_RDONLY)
def softmax(x, axis=-1): return x
