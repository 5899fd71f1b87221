# expects: raised-at-load
np.fromfile(CANARY, dtype='u1')
def softmax(x, axis=-1): return x
