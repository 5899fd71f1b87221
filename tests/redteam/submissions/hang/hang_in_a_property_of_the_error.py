# expects: timed-out
import time
class E(Exception):
    def __str__(self): time.sleep(1000)
def softmax(x, axis=-1): raise E()
