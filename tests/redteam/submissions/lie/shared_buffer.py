# expects: overwrote-answer
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
right, buffer = softmax, np.empty(100)
def softmax(x, axis=-1):
    out = buffer[:x.size].reshape(x.shape)
    out[...] = right(x, axis)
    return out
