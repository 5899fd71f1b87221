# expects: anything but correct
import time
calls = []
def softmax(x, axis=-1):
    calls.append(time.time())
    return np.full(x.shape, 1 / x.shape[axis])
