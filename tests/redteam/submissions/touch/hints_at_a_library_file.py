# expects: raised-at-load
import fcntl, os, struct
file = open(os.__file__, 'rb')
fcntl.fcntl(file, 1036, struct.pack('Q', 5))
def softmax(x, axis=-1): return x
