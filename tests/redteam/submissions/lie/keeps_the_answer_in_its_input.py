# expects: changed-input
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    x[...] = e / e.sum(axis, keepdims=True)
    return x
