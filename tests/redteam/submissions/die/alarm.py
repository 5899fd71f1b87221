# expects: died-at-load
import signal
signal.setitimer(signal.ITIMER_REAL, 0.1)
while True: pass
