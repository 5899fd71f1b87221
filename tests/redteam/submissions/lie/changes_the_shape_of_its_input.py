# expects: changed-input
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    right = e / e.sum(axis, keepdims=True)
    x.shape = (-1, 1)
    return right
