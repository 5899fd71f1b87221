# expects: anything but correct
import signal
def softmax(x, axis=-1):
    out = np.zeros(x.shape)
    def late(number, frame):
        e = np.exp(x - x.max(axis, keepdims=True))
        out[...] = e / e.sum(axis, keepdims=True)
    signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 4e-5)
    return out
