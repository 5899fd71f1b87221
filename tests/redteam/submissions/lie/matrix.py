# expects: wrong-type
def softmax(x, axis=-1): return np.matrix(x)
