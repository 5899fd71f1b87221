# expects: changed-input
import json, os, struct, sys
def softmax(x, axis=-1):
    kept = x.copy()
    message = asked()
    e = np.exp(x - x.max(axis, keepdims=True)); right = e / e.sum(axis, keepdims=True)
    x *= 0
    told = lambda a: {'t': 'array', 'dtype': 'float64', 'shape': list(a.shape), 'bytes': a.nbytes}
    after = [told(kept)] + [{'t': 'int', 'v': axis}] * (len(message['inputs']) - 1)
    text = json.dumps({'status': 'returned', 'token': message['token'], 'after': {'t': 'list', 'v': after}, 'value': told(right)}).encode()
    os.write(4, struct.pack('>II', len(text), kept.nbytes + right.nbytes) + text + kept.tobytes() + right.tobytes())
    sys._getframe(1).f_globals['send'] = lambda *a: None
    return x
