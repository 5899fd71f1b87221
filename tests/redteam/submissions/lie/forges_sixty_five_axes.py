# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = json.dumps({'status': 'returned', 'token': m['token'], 'after': {'t': 'list', 'v': m['inputs']}, 'value': {'t': 'array', 'dtype': 'float64', 'shape': [1] * 65, 'bytes': 8}}).encode()
    os.write(4, struct.pack('>II', len(text), x.nbytes + 8) + text + x.tobytes() + b'0' * 8)
    os._exit(0)
