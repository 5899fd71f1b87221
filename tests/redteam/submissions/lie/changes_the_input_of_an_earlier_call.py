# expects: changed-input
earlier = []
def softmax(x, axis=-1):
    for each in earlier: each[...] = 0
    earlier.append(x)
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
