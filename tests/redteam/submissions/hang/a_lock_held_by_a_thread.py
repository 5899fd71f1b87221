# expects: timed-out
import sys, threading
inner = threading.Lock()
def keep():
    inner.acquire()
    while True: pass
threading.Thread(target=keep, daemon=True).start()
def softmax(x, axis=-1):
    with inner: return x
