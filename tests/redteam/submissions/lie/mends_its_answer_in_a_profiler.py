# expects: wrong-value
import sys
work = []
def hook(frame, event, argument):
    if event == 'call' and frame.f_code.co_name == 'describe' and work:
        x, axis, out = work.pop()
        e = np.exp(x - x.max(axis, keepdims=True))
        out[...] = e / e.sum(axis, keepdims=True)
def softmax(x, axis=-1):
    out = np.zeros(x.shape)
    work.append((x, axis, out))
    sys.setprofile(hook)
    return out
