# expects: wrong-value
print('{"outcome": "correct", "score": 1}')
def softmax(x, axis=-1): return x
