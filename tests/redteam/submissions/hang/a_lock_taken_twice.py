# expects: timed-out-at-load
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
def softmax(x, axis=-1): return x
