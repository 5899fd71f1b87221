# expects: overwrote-answer
turn, buffers = [0], {}
def softmax(x, axis=-1):
    turn[0] += 1
    out = buffers.setdefault((x.shape, turn[0] % 2), np.empty(x.shape))
    np.exp(x - x.max(axis, keepdims=True), out=out)
    out /= out.sum(axis, keepdims=True)
    return out
