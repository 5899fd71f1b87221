# expects: raised
def softmax(x, axis=-1): raise ValueError('\ud800' * 100)
