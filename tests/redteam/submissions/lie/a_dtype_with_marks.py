# expects: wrong-value
def softmax(x, axis=-1): return (x * 0).view(np.dtype('f8', metadata={'equal': True}))
