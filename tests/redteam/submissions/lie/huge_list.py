# expects: wrong-type
def softmax(x, axis=-1): return [0] * 10**7
