# expects: anything but correct
import json, os, struct, sys
PART = {'t': 'list', 'v': []}
def softmax(x, axis=-1):
    token = asked()['token']
    text = json.dumps({'status': 'returned', 'token': token, 'value': {'t': 'list', 'v': [PART] * 330_000},
                       'after': {'t': 'list', 'v': []}, 'warnings': []}).encode()
    data = struct.pack('>II', len(text), 0) + text
    while data: data = data[os.write(4, data):]
    while True: pass
