# expects: wrong-type
class Answer(np.ndarray):
    __class__ = np.ndarray
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return (e / e.sum(axis, keepdims=True)).view(Answer)
