# expects: timed-out
import threading, sys
sys.setswitchinterval(1e9)
def softmax(x, axis=-1):
    lock = threading.Lock(); lock.acquire()
    with lock: return x
