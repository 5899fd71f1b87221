# expects: wrong-value
import gc
work = []
def late(phase, info):
    if work:
        x, axis, out = work[-1]
        e = np.exp(x - x.max(axis, keepdims=True))
        out[...] = e / e.sum(axis, keepdims=True)
gc.callbacks.append(late)
def softmax(x, axis=-1):
    out = np.zeros(x.shape)
    work.append((x, axis, out))
    gc.set_threshold(1)
    return out
