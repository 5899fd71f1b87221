# expects: anything but correct
import threading, time
def mend(out, x, axis):
    time.sleep(0.001)
    e = np.exp(x - x.max(axis, keepdims=True))
    out[...] = e / e.sum(axis, keepdims=True)
def softmax(x, axis=-1):
    out = np.full(x.shape, -1.0)
    threading.Thread(target=mend, args=(out, x, axis)).start()
    return out
