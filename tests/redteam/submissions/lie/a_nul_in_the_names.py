# expects: wrong-type
def softmax(x, axis=-1):
    return type('a\x1b[2Jb\u202ec', (), {})()
