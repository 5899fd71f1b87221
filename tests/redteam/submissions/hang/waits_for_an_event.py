# expects: timed-out
import threading
def softmax(x, axis=-1):
    threading.Event().wait()
