# expects: timed-out
def softmax(x, axis=-1):
    while True: print('x' * 10000)
