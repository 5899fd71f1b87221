# expects: timed-out
import warnings
class Endless(UserWarning):
    def __str__(self):
        while True: pass
def softmax(x, axis=-1):
    warnings.warn(Endless())
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
