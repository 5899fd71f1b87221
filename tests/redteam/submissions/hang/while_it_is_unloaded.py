# expects: timed-out
class Sticky:
    def __del__(self):
        while True: pass
def softmax(x, axis=-1):
    Sticky()
    return x
