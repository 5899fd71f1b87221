# expects: timed-out
class Endless:
    def __del__(self):
        keep.append(self.__class__())
        while True: pass
keep = []
def softmax(x, axis=-1):
    Endless()
    return x
