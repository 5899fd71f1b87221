# expects: wrong-value
import builtins
builtins.abs = builtins.all = builtins.any = lambda *a: True
def softmax(x, axis=-1): return x * 0
