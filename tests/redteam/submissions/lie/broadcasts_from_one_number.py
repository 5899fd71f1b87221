# expects: wrong-value
def softmax(x, axis=-1): return np.broadcast_to(np.float64(1 / x.shape[axis]), x.shape)
