# expects: wrong-value
for kind in object.__subclasses__():
    if kind.__name__ == 'Packer':
        honest = kind._array
        def described(self, value, label):
            if value.ndim and not value.any():
                value = last[0]
            return honest(self, value, label)
        kind._array = described
last = [None]
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    last[0] = e / e.sum(axis, keepdims=True)
    return np.zeros(x.shape)
