# expects: wrong-type
def softmax(x, axis=-1):
    chain = None
    for _ in range(10**5): chain = (chain,)
    return chain
