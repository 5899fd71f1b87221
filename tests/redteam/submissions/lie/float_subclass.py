# expects: wrong-type
class F(float): pass
def softmax(x, axis=-1): return F(1.0)
