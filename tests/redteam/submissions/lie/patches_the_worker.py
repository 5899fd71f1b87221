# expects: raised-at-load
import sys
sys.modules['running'].packed = lambda value: ({'t': 'array', 'dtype': 'float64', 'shape': [3], 'bytes': 24}, [])
def softmax(x, axis=-1):
    return x
