# expects: raised-at-load
import fcntl, os, struct
file = open(os.__file__, 'rb')
fcntl.fcntl(file, 37, struct.pack('hhqqi', 0, 0, 0, 0, 0))
def softmax(x, axis=-1): return x
