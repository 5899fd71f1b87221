# expects: anything but correct
import json, os, struct, sys
def softmax(x, axis=-1):
    frame = asked()
    text = json.dumps({'status': 'returned', 'token': frame['token'],
                       'value': {'t': 'array', 'dtype': 'float64', 'shape': [10**30, 0], 'bytes': 0},
                       'after': {'t': 'list', 'v': frame['inputs']}, 'warnings': []}).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    while True: pass
