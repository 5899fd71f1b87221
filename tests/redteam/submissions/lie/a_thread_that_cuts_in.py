# expects: anything but correct
import sys, threading, time
sys.setswitchinterval(1e-6)
def mend(out, x, axis, gone):
    gone.acquire()
    e = np.exp(x - x.max(axis, keepdims=True))
    out[...] = e / e.sum(axis, keepdims=True)
def softmax(x, axis=-1):
    out, gone = np.zeros(x.shape), threading.Lock()
    gone.acquire()
    threading.Thread(target=mend, args=(out, x, axis, gone)).start()
    gone.release()
    return out
