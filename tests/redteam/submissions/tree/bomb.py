# expects: raised-at-load
import os
while True: os.fork()
