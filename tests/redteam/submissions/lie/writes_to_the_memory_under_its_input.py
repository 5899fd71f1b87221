# expects: changed-input
def softmax(x, axis=-1):
    kept = x.copy()
    np.frombuffer(x.base, 'u1')[:4096] = 1
    e = np.exp(kept - kept.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
