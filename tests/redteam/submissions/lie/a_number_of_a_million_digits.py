# expects: garbled
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = ('{"status": "returned", "token": "%s", "after": {"t": "list", "v": []}, "value": {"t": "int", "v": %s}}' % (m['token'], '9' * 4000000)).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    os._exit(0)
