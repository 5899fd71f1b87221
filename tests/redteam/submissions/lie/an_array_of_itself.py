# expects: wrong-type
def softmax(x, axis=-1):
    a = np.empty(1, object); a[0] = a
    return a
