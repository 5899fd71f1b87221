# expects: timed-out
import os, struct, time
def softmax(x, axis=-1):
    os.write(4, struct.pack('>II', 1000, 0))
    while True:
        os.write(4, b' ')
        time.sleep(0.05)
