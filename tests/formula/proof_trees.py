"""Trees of the prover, as the engine sends them: nested lists, a head and its parts."""

from __future__ import annotations


def num(value):
    return ["num", str(value)]


def sym(name):
    return ["sym", name]


def fn(name, *arguments):
    return ["fn", name, *arguments]


def add(*terms):
    return ["+", num(0), *terms]


def mul(*factors):
    return ["*", *factors]


def neg(x):
    return ["neg", x]


def sub(a, b):
    return ["+", a, ["neg", b]]


def over(a, b):
    return ["/", a, b]


def power(a, b):
    return ["^", a, b if isinstance(b, list) else num(b)]


def exp(x):
    return fn("exp", x)


def log(x):
    return fn("log", x)


def cmp(sign, a, b):
    return ["cmp", sign, a, b]


def cases(*branches, otherwise=None):
    return ["cases", [list(branch) for branch in branches], otherwise]


def many(name, size):
    return [sym(f"{name}[{i}]") for i in range(1, size + 1)]


def sigmoid(x):
    return over(num(1), add(num(1), exp(neg(x))))


X, Y, A, B, N, K, S, P = map(sym, "xyabnksp")
ONE, TWO, HALF, ZERO = num(1), num(2), num("1/2"), num(0)
