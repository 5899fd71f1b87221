# expects: anything but correct
import functools, sys
sys.setrecursionlimit(10**9)
def softmax(x, axis=-1):
    call = lambda: None
    for _ in range(10**6): call = functools.partial(map, call)
    deep = []
    for _ in range(10**6): deep = [deep]
    return repr(deep)
