# expects: timed-out
import signal
def softmax(x, axis=-1):
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    while True:
        try: signal.pause()
        except BaseException: pass
