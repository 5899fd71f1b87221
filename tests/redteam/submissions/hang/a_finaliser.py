# expects: timed-out
class Stays:
    def __del__(self):
        while True: pass
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    Stays()
    return e / e.sum(axis, keepdims=True)
