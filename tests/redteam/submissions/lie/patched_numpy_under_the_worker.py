# expects: anything but correct
np.ascontiguousarray = lambda value, *more: np.full(np.shape(value), 0.25)
np.frombuffer = lambda *arguments: np.zeros(4)
def softmax(x, axis=-1): return x * 0
