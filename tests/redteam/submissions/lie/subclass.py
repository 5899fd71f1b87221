# expects: wrong-type
class A(np.ndarray): pass

def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)
right = softmax
def softmax(x, axis=-1): return right(x, axis).view(A)
