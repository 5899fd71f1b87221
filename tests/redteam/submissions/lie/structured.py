# expects: wrong-type
def softmax(x, axis=-1): return np.zeros(x.shape, [('a', 'f8')])
