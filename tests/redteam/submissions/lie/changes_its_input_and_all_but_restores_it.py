# expects: changed-input
def softmax(x, axis=-1):
    top = x.max(axis, keepdims=True)
    x -= top
    e = np.exp(x)
    x += top
    x[x == 0] = -0.0
    return e / e.sum(axis, keepdims=True)
