# expects: changed-input
import warnings
class Late(UserWarning):
    def __str__(self):
        x, kept = self.args
        x[...] = kept
        return 'late'
def softmax(x, axis=-1):
    warnings.warn(Late(x, x.copy()))
    x -= x.max(axis, keepdims=True)
    np.exp(x, out=x)
    return x / x.sum(axis, keepdims=True)
