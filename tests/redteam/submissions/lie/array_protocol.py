# expects: wrong-type
class P:
    def __array__(self, *a, **k): return np.zeros(3)
def softmax(x, axis=-1): return P()
