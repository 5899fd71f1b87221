# expects: wrong-type
import itertools
def softmax(x, axis=-1): return itertools.count()
