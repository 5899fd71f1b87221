# expects: raised-at-load
import sys
sys.modules['running'].raised = lambda error: {'status': 'returned'}
def softmax(x, axis=-1): raise ValueError
