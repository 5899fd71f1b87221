# expects: died
import signal
signal.setitimer(signal.ITIMER_PROF, 0.01)
def softmax(x, axis=-1):
    while True: pass
