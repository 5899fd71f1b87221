# expects: raised
import multiprocessing
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return e / e.sum(axis, keepdims=True)

right = softmax
def softmax(x, axis=-1):
    multiprocessing.get_context('fork').Process(target=print).start()
    return right(x, axis)
