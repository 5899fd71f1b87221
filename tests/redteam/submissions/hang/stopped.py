# expects: timed-out-at-load
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
