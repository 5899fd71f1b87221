# expects: raised-at-load
np.ones(3).tofile(CANARY)
def softmax(x, axis=-1): return x
