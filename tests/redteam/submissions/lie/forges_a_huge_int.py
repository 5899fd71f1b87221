# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    token = asked()['token']
    text = json.dumps({'status': 'returned', 'token': token, 'value': {'t': 'int', 'v': 1 << 4000},
                       'after': {'t': 'list', 'v': []}, 'warnings': []}).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    while True: pass
