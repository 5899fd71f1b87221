# expects: wrong-type
def softmax(x, axis=-1): return (x * 0).astype('m8[s]')
