# expects: anything but correct
calls = []
def softmax(x, axis=-1):
    calls.append(x.tobytes())
    e = np.exp(x - x.max(axis, keepdims=True))
    right = e / e.sum(axis, keepdims=True)
    return right if calls.count(x.tobytes()) == 1 else right[::-1] * 0.5
