"""What answers in Python may use, and how they are read."""

from __future__ import annotations

from interview_drill.formula.notations.python import chains
from interview_drill.formula.scope import Scope, Symbol


def scope(*symbols: Symbol) -> Scope:
    return Scope({symbol.name: symbol for symbol in symbols})


VECTOR = scope(Symbol("z", "array", ("C",)), Symbol("C", "size"), Symbol("k", "index", ("C",)))
PAIR = scope(
    Symbol("a", "array", ("C",)), Symbol("C", "size"), Symbol("i", "index", ("C",)), Symbol("j", "index", ("C",))
)
TWO = scope(
    Symbol("P", "array", ("n",), "simplex", spellings=("P(i)", "p"), parameters=("i",)),
    Symbol("Q", "array", ("n",), "simplex", spellings=("Q(i)", "q"), parameters=("i",)),
    Symbol("n", "size"),
)
IMAGE = scope(
    Symbol("I", "array", ("h", "v"), start=0, outside="zero"),
    Symbol("K", "array", ("kh", "kw"), start=0, outside="zero"),
    *(Symbol(name, "size") for name in ("h", "v", "kh", "kw")),
    Symbol("i", "index", ("h",), start=0),
    Symbol("j", "index", ("v",), start=0),
)
GATE = scope(
    Symbol("W", "array", ("H", "H+D")), Symbol("b", "array", ("H",)), Symbol("u", "array", ("H",)),
    Symbol("v", "array", ("D",)), Symbol("H", "size"), Symbol("D", "size"),
)  # fmt: skip
REAL = scope(Symbol("x", "scalar"))
LOSS = scope(Symbol("L", "scalar"), Symbol("lam", "scalar"), Symbol("y_hat", "scalar"), Symbol("eps", "scalar"))
WHOLE = scope(*(Symbol(name, "scalar", range="integer") for name in "npks"))


def read(text: str, declared: Scope):
    return chains(text, declared)[0]


def tree(text: str, declared: Scope):
    return read(text, declared).parts[-1].tree
