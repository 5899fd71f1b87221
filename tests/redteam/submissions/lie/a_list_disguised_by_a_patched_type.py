# expects: raised-at-load
import sys
replies = sys.modules['replies']
honest = replies.Packer.describe
replies.Packer.describe = lambda self, value, depth=0: honest(self, np.array(value) if type(value) is list and len(value) and type(value[0]) in (float, list) else value, depth)
def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis, keepdims=True))
    return (e / e.sum(axis, keepdims=True)).tolist()
