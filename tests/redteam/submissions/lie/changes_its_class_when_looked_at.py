# expects: wrong-type
class Answer(np.ndarray): pass
def softmax(x, axis=-1):
    return np.zeros(x.shape).view(Answer)
