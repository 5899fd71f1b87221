# expects: anything but correct
import json, os, struct, sys
token = asked()['token']
text = json.dumps({'status': 'returned', 'token': token}).encode()
os.write(4, struct.pack('>II', len(text), 0) + text)
