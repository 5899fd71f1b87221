# expects: wrong-type
import pickle
def softmax(x, axis=-1): return pickle.dumps(x)
