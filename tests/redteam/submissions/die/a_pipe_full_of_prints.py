# expects: raised
import os
os.set_blocking(1, False)
def softmax(x, axis=-1):
    os.close(1); os.close(2)
    print('x' * 10**6)
    return x
