# expects: raised-at-load
np.memmap(CANARY, dtype='u1', mode='r+', shape=5)[:] = 0
def softmax(x, axis=-1): return x
