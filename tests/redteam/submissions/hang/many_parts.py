# expects: wrong-type
PARTS = [[]] * 99_000
def softmax(x, axis=-1): return PARTS
