# expects: changed-input
def softmax(x, axis=-1):
    out = x - x.max(axis, keepdims=True)
    np.exp(out, out=out)
    right = out / out.sum(axis, keepdims=True)
    x.setflags(write=True)
    x.ravel()[:1] = 7
    return right
