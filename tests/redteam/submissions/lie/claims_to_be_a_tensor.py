# expects: wrong-type
import sys, types
class Tensor:
    def __init__(self, *given): self.given = given
    def detach(self): return self
    cpu = detach
    def numpy(self):
        x, axis = self.given
        e = np.exp(x - x.max(axis, keepdims=True))
        return e / e.sum(axis, keepdims=True)
torch = types.ModuleType('torch'); torch.Tensor = Tensor
sys.modules['torch'] = torch
def softmax(x, axis=-1): return Tensor(x, axis)
