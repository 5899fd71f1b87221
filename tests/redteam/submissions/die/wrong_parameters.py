# expects: raised-in-call
def softmax(): return 1
