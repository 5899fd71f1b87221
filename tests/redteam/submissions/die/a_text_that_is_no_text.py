# expects: raised
class Text(str):
    def __getitem__(self, key): return {'a': [1]}
class Odd(Exception):
    def __str__(self): return Text('x')
def softmax(x, axis=-1): raise Odd
