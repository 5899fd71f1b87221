# expects: changed-input
def softmax(x, axis=-1):
    x -= x.max(axis, keepdims=True)
    return np.exp(x) / np.exp(x).sum(axis, keepdims=True)
