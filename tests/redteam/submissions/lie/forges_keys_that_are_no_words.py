# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = json.dumps({'status': ['returned'], 'token': m['token']}).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    os._exit(0)
