# expects: garbled
import json, os, struct, sys
def read(n):
    data = b''
    while len(data) < n: data += os.read(3, n - len(data)) or os._exit(0)
    return data
def reply(told, blob=b''):
    text = json.dumps(told).encode()
    os.write(4, struct.pack('>II', len(text), len(blob)) + text + blob)
reply({'status': 'returned', 'token': asked()['token']})
while True:
    n, m = struct.unpack('>II', read(8)); message = json.loads(read(n)); blob = read(m)
    first = message['inputs'][0]; axis = message['inputs'][1]['v'] if len(message['inputs']) > 1 else -1
    x = np.frombuffer(blob).reshape(first['shape'])
    e = np.exp(x - x.max(axis, keepdims=True)); right = e / e.sum(axis, keepdims=True)
    reply({'status': 'returned', 'token': message['token'], 'after': {'t': 'list', 'v': message['inputs']}, 'value': first}, blob + right.tobytes())
