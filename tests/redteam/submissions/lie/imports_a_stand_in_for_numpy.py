# expects: anything but correct
import sys, types
fake = types.ModuleType('numpy')
fake.__getattr__ = lambda name: (lambda *a, **k: True)
sys.modules['numpy'] = fake
import running
running.np = fake
def softmax(x, axis=-1): return x * 0
