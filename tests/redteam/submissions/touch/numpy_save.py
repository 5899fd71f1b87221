# expects: raised-at-load
np.save(FOLDER + '/a.npy', np.ones(3))
def softmax(x, axis=-1): return x
