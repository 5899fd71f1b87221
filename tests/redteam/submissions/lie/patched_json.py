# expects: wrong-value
import json
json.dumps = lambda *a, **k: '{}'
def softmax(x, axis=-1): return x
