# expects: wrong-type
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = json.dumps({'status': 'returned', 'token': m['token'], 'after': {'t': 'list', 'v': m['inputs']}, 'value': {'t': 'alien', 'name': '\ud800\x1b[2J', 'reason': 'type'}}).encode()
    os.write(4, struct.pack('>II', len(text), x.nbytes) + text + x.tobytes())
    os._exit(0)
