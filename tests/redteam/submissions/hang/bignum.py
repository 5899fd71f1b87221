# expects: timed-out
def softmax(x, axis=-1): return 9 ** 9 ** 9
