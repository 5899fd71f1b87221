# expects: wrong-type
def softmax(x, axis=-1): yield x
