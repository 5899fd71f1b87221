# expects: wrong-value
import sys
class Finder:
    def find_spec(self, name, path=None, target=None): sys.modules[name] = np
sys.meta_path.insert(0, Finder())
def softmax(x, axis=-1): return x * 0
