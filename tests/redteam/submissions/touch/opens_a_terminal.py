# expects: raised
import os
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    os.open('/dev/tty', os.O_RDONLY | os.O_NOCTTY)
    return right(x, axis)
