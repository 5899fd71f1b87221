# expects: wrong-value
import os, json, struct
honest = os.write
def write(fd, data):
    if fd == 4 and last:
        data = bytes(data)
        n, m = struct.unpack('>II', data[:8])
        right = last.pop().tobytes()
        data = data[:-len(right)] + right
    return honest(fd, data)
os.write = write
last = []
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    last.append(e / e.sum(axis, keepdims=True))
    return x * 0
