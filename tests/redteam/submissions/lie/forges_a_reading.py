# expects: anything but correct
import json, os, struct, sys
token = sys._getframe(1).f_locals['message']['token']
text = json.dumps({'status': 'returned', 'token': token}).encode()
os.write(4, struct.pack('>II', len(text), 0) + text)
