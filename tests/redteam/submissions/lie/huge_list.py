# expects: wrong-type
def softmax(x, axis=-1): return [0] * 2 * 10**6
