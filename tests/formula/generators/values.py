"""What a value is, and functions of numbers: 40 digits, and no number where there is none."""

from __future__ import annotations

from collections.abc import Callable

from mpmath import mp, mpf


class Undefined(Exception):
    """No number here: a division by zero, a logarithm of what is not positive."""


class Row(list):
    """A vector laid down, so that a product with an upright one is the inner product."""


class Senseless(Exception):
    """The tree says nothing: an index outside, shapes that do not fit, a name that is no value."""


def spread(function: Callable[..., object], *values: object) -> object:
    """A function of numbers, entry by entry; a number beside a list stands for each entry. What lies stays lying."""
    longs = {len(one) for one in values if isinstance(one, list)}
    if len(longs) > 1:
        raise Senseless("lengths that do not fit")
    if not longs:
        return function(*(mpf(int(one)) if isinstance(one, bool) else one for one in values))
    rows = [one if isinstance(one, list) else [one] * min(longs) for one in values]
    made = [spread(function, *row) for row in zip(*rows, strict=True)]
    return Row(made) if any(isinstance(one, Row) for one in values) else made


def rank(found: object) -> int:
    return 1 + rank(found[0]) if isinstance(found, list) else 0


def guarded(function: Callable) -> Callable:
    def once(*arguments: mpf) -> mpf:
        if any(abs(one) > 10_000 for one in arguments) and function is mp.exp:
            raise Undefined
        return function(*arguments)

    return once


def _log(argument: mpf) -> mpf:
    if argument <= 0:
        raise Undefined
    return mp.log(argument)


def _sqrt(argument: mpf) -> mpf:
    if argument < 0:
        raise Undefined
    return mp.sqrt(argument)


def _whole_or(rounded: Callable, argument: mpf) -> mpf:
    """A whole number that a division missed by its last digits is that number."""
    near = mp.nint(argument)
    return near if abs(argument - near) < mpf(10) ** -25 else rounded(argument)


FUNCTIONS: dict[str, Callable] = {
    "exp": mp.exp,
    "log": _log,
    "log2": lambda x: _log(x) / mp.log(2),
    "log10": lambda x: _log(x) / mp.log(10),
    "sqrt": _sqrt,
    "abs": abs,
    "sign": mp.sign,
    "floor": lambda x: _whole_or(mp.floor, x),
    "ceil": lambda x: _whole_or(mp.ceil, x),
    "tanh": mp.tanh,
    "sin": mp.sin,
    "cos": mp.cos,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)),
    "relu": lambda x: max(x, mpf(0)),
    "softplus": lambda x: mp.log(1 + mp.exp(x)),
    "max": max,
    "min": min,
    "indicator": lambda x: x,
    "step": lambda x: mpf(int(x > 0)),
}


def divided(above: mpf, below: mpf) -> mpf:
    if below == 0:
        raise Undefined
    return above / below


def raised(base: mpf, exponent: mpf) -> mpf:
    if (base == 0 and exponent <= 0) or (base < 0 and exponent != int(exponent)) or abs(exponent) > 10_000:
        raise Undefined
    return mp.power(base, exponent)


COMBINED: dict[str, Callable] = {
    "sum": lambda terms: sum(terms, mpf(0)),
    "prod": mp.fprod,
    "max": max,
    "min": min,
}


COMPARED: dict[str, Callable] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b, "!=": lambda a, b: a != b,
}  # fmt: skip


def picked(found: object, places: tuple[int, ...]) -> object:
    """An entry by its places, from 1; a row where there are fewer places than axes."""
    for at in places:
        if not isinstance(found, list) or not 1 <= at <= len(found):
            raise Senseless("an index outside")
        found = found[at - 1]
    return found


def inner(left: list, right: list) -> mpf:
    """The inner product of two vectors."""
    if len(left) != len(right):
        raise Senseless("lengths that do not fit")
    return sum((a * b for a, b in zip(left, right, strict=True)), mpf(0))
