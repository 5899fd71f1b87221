# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = json.dumps({'status': 'returned', 'token': m['token'], 'after': {'t': 'list', 'v': m['inputs']}, 'value': {'t': 'array', 'dtype': 'float64', 'shape': [0, 2**70], 'bytes': 0}}).encode()
    os.write(4, struct.pack('>II', len(text), x.nbytes) + text + x.tobytes())
    os._exit(0)
