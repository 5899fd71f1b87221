# expects: timed-out
import atexit, threading, time
threading.Thread(target=time.sleep, args=(1000,)).start()
atexit.register(time.sleep, 1000)
def softmax(x, axis=-1):
    time.sleep(1000)
