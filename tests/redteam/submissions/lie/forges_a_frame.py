# expects: garbled
import os, struct, json
def softmax(x, axis=-1):
    text = json.dumps({'status': 'returned', 'value': {'t': 'none'}})
    os.write(4, struct.pack('>II', len(text), 0) + text.encode())
    return x
