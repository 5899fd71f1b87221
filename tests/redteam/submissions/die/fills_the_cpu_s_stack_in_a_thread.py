# expects: anything but correct
import sys, threading
threading.stack_size(65536)
sys.setrecursionlimit(10**6)
def deeper(n): return deeper(n + 1) + 1
def softmax(x, axis=-1):
    thread = threading.Thread(target=deeper, args=(0,)); thread.start(); thread.join()
    return x
