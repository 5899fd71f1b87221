# expects: raised
import time
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    time.clock_settime(time.CLOCK_REALTIME, time.time())
    return right(x, axis)
