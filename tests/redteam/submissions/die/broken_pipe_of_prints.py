# expects: anything but correct
import os
os.close(1); os.close(2)
def softmax(x, axis=-1):
    print('hello')
    return x
