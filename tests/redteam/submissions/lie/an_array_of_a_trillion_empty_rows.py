# expects: wrong-shape
def softmax(x, axis=-1): return np.zeros((2**40, 0))
