# expects: timed-out-at-load
import signal
for n in set(signal.Signals) - {9, 19}: signal.signal(n, signal.SIG_IGN)
while True: pass
