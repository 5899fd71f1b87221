# expects: wrong-type
class Number(float):
    def hex(self): return (0.5).hex()
def softmax(x, axis=-1): return Number(0.1)
