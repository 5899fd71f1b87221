"""What a tree of the prover is worth at a point, by mpmath with forty digits: an oracle beside SymPy."""

from __future__ import annotations

import mpmath

DIGITS = 40
CLOSE = mpmath.mpf(10) ** -20
LARGE = 10**6


class Undefined(Exception):
    """No real value here."""


class TooLarge(Exception):
    """A number beyond what forty digits compare."""


def value(tree, point):
    """The real value at a point, in forty digits."""
    op, *rest = tree
    if op == "num":
        top, _, bottom = rest[0].partition("/")
        return mpmath.mpf(int(top)) / int(bottom or 1)
    if op == "sym":
        return point[rest[0]]
    if op == "cases":
        return chosen(rest, point)
    if op in ("fn", "call"):
        return bounded(FUNCTION_VALUES[rest[0]](*(value(part, point) for part in rest[1:])))
    return bounded(OPERATOR_VALUES[op](*(value(part, point) for part in rest)))


def bounded(number):
    if not mpmath.isfinite(number) or abs(number) > LARGE:
        raise TooLarge
    return number


def chosen(branches, point):
    for branch, condition in branches[0]:
        if holds(condition, point):
            return value(branch, point)
    if branches[1] is None:
        raise Undefined
    return value(branches[1], point)


def holds(condition, point):
    op, *rest = condition
    if op == "cmp":
        return COMPARED[rest[0]](value(rest[1], point), value(rest[2], point))
    if op == "not":
        return not holds(rest[0], point)
    return (all if op == "and" else any)([holds(part, point) for part in rest])


def near(a, b):
    if abs(a - b) < CLOSE and a != b:
        raise TooLarge
    return a == b


COMPARED = {
    "<": lambda a, b: not near(a, b) and a < b,
    "<=": lambda a, b: near(a, b) or a < b,
    ">": lambda a, b: not near(a, b) and a > b,
    ">=": lambda a, b: near(a, b) or a > b,
    "=": near,
    "!=": lambda a, b: not near(a, b),
}


def divided(a, b):
    if abs(b) < CLOSE:
        raise Undefined
    return a / b


def powered(a, b):
    if (a == 0 and b <= 0 and b != 0) or (a < 0 and b != int(b)):
        raise Undefined
    if abs(b) > 100:
        raise TooLarge
    if abs(a) < CLOSE and a != 0:
        raise TooLarge
    return a**b


def real(function, low=None, high=None, strict=False):
    def apply(x):
        if (low is not None and (x < low or (strict and x <= low))) or (high is not None and x > high):
            raise Undefined
        return function(x)

    return apply


def whole(function):
    def apply(x):
        if x != int(x) and abs(x - mpmath.nint(x)) < CLOSE:
            raise TooLarge
        return function(x)

    return apply


def small(function, largest):
    def apply(x):
        if abs(x) > largest:
            raise TooLarge
        return function(x)

    return apply


def signed(x):
    near(x, 0)
    return mpmath.sign(x)


def edge(x):
    """Rounding must not decide whether an argument is just outside of a function's domain."""
    for place in (0, 1, -1):
        near(x, place)
    return x


def total(*terms):
    return sum(terms, mpmath.mpf(0))


FUNCTION_VALUES = {
    "exp": small(mpmath.exp, 40), "log": lambda x: real(mpmath.log, 0, strict=True)(edge(x)),
    "sqrt": lambda x: real(mpmath.sqrt, 0)(edge(x)), "abs": abs, "sign": signed,
    "floor": whole(mpmath.floor), "ceil": whole(mpmath.ceil), "sin": mpmath.sin, "cos": mpmath.cos,
    "tan": lambda x: divided(mpmath.sin(x), mpmath.cos(x)), "sinh": small(mpmath.sinh, 40),
    "cosh": small(mpmath.cosh, 40), "tanh": small(mpmath.tanh, 40), "atan": mpmath.atan,
    "asin": lambda x: real(mpmath.asin, -1, 1)(edge(x)),
    "acos": lambda x: real(mpmath.acos, -1, 1)(edge(x)), "max": max, "min": min,
    "F": lambda x: mpmath.sin(3 * x + 1) + x / 7,
}  # fmt: skip
OPERATOR_VALUES = {
    "+": total, "*": lambda *x: mpmath.fprod(x), "/": divided, "^": powered, "neg": lambda x: -x,
}  # fmt: skip
