# expects: wrong-value
def right(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
honest, last = np.ascontiguousarray, [None]
def copied(value, *more):
    return honest(last[0] if last[0] is not None and value is last[1] else value, *more)
np.ascontiguousarray = copied
def softmax(x, axis=-1):
    last[:] = [right(x, axis), x * 0]
    return last[1]
