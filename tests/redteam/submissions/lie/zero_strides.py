# expects: wrong-type
def softmax(x, axis=-1): return np.broadcast_to(1.0, (10**9, 10**3))
