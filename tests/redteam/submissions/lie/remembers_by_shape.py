# expects: anything but correct
known = {}
def softmax(x, axis=-1):
    if x.shape not in known:
        e = np.exp(x - x.max(axis, keepdims=True))
        known[x.shape] = e / e.sum(axis, keepdims=True)
    return known[x.shape].copy()
