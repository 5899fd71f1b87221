# expects: wrong-value
np.allclose = np.isclose = np.array_equal = lambda *a, **k: True
def softmax(x, axis=-1): return x * 0
