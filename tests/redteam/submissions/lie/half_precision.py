# expects: anything but correct
def softmax(x, axis=-1):
    x = np.asarray(x, np.float16)
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
