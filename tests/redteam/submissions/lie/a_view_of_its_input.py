# expects: changed-input
def softmax(x, axis=-1):
    if x.dtype != float: return softmax(x.astype(float), axis)
    np.exp(x - x.max(axis, keepdims=True), out=x)
    x /= x.sum(axis, keepdims=True)
    return x[...]
