# expects: timed-out
def softmax(x, axis=-1):
    while True:
        try:
            while True: pass
        except BaseException: pass
