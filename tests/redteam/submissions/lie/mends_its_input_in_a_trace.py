# expects: changed-input
import sys
work = []
def hook(frame, event, argument):
    if event == 'call' and frame.f_code.co_name == 'packed' and work:
        x, kept = work.pop()
        x[...] = kept
def softmax(x, axis=-1):
    work.append((x, x.copy()))
    x -= x.max(axis, keepdims=True)
    np.exp(x, out=x)
    sys.settrace(hook)
    return x / x.sum(axis, keepdims=True)
