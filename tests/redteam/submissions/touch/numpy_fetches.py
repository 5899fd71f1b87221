# expects: raised-at-load
np.lib._datasource.open('http://127.0.0.1:9/x')
def softmax(x, axis=-1): return x
