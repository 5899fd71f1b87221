# expects: wrong-type
def softmax(x, axis=-1):
    a = []
    a.append(a)
    return a
