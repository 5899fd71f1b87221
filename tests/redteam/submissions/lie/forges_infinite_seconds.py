# expects: raised-in-call
import json, os, struct, sys
def softmax(x, axis=-1):
    m = asked()
    text = ('{"status": "raised", "token": "%s", "after": {"t": "list", "v": []}, "seconds": 1e999, "line": 1e99, "warnings": [[[], {}], 1, null], "error": "\\ud83d", "text": {"a": 1}}' % m['token']).encode()
    os.write(4, struct.pack('>II', len(text), 0) + text)
    os._exit(0)
