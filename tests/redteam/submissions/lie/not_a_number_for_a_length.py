# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    frame = asked()
    text = json.dumps({'status': 'returned', 'token': frame['token'],
                       'value': {'t': 'array', 'dtype': 'float64', 'shape': [float('nan')], 'bytes': True},
                       'after': {'t': 'list', 'v': frame['inputs']}, 'warnings': []}).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    while True: pass
