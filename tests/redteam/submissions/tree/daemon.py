# expects: timed-out-at-load
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.setsid()
        while True: pass
    os._exit(0)
while True: pass
