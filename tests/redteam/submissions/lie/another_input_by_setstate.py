# expects: changed-input
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    right = e / e.sum(axis, keepdims=True)
    x.__setstate__((1, x.shape, x.dtype, False, bytes(x.nbytes)))
    return right
