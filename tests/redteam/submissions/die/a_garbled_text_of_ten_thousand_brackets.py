# expects: garbled
import os, struct
def softmax(x, axis=-1):
    text = b'[' * 100_000
    os.write(4, struct.pack('>II', len(text), 0) + text)
