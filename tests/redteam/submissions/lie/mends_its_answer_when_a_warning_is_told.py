# expects: wrong-value
import warnings
class Late(UserWarning):
    told = 0
    def __str__(self):
        self.told += 1
        if self.told > 1:
            x, axis, out = self.args
            e = np.exp(x - x.max(axis, keepdims=True))
            out[...] = e / e.sum(axis, keepdims=True)
        return 'late'
def softmax(x, axis=-1):
    out = np.zeros(x.shape)
    warnings.warn(Late(x, axis, out))
    return out
