# expects: anything but correct
import ctypes, os, signal, time
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
def softmax(x, axis=-1):
    try: os.kill(os.getppid(), signal.SIGKILL)
    except OSError: pass
    time.sleep(20)
