"""What a scalar tree is worth exactly at one point, where that is a rational number: no float64 stands in between.

It tells a pole from a rounding error, and a floor on the edge of its step from one beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from math import isfinite, isqrt, prod

import numpy as np

from interview_drill.formula.elementary import COMPARISONS, FOLDED, Node

ROUND_PARTS = 1000
"""A float that a fraction with a denominator up to this rounds to stands for that fraction: 0.2 is a fifth."""
MOST_BITS = 4096
MOST_EXPONENT = 64


class Exact:
    """Trees at points; `tied` are atoms that only sum to 1 on paper: where they are not round they are not exact."""

    def __init__(self, points: Mapping[str, np.ndarray], tied: Collection[str] = ()) -> None:
        self._points = points
        self._tied = tied
        self._known: dict[tuple[int, int], Fraction | None] = {}

    def of(self, node: Node, place: int) -> Fraction | None:
        """The value at a point, None where it is none or cannot be told.

        It is asked of what is finite in float64: nothing times a number that is not rational is nothing.
        """
        key = (node.serial, place)
        if key not in self._known:
            self._known[key] = _short(self._worked(node, place))
        return self._known[key]

    def _worked(self, node: Node, place: int) -> Fraction | None:
        if node.op == "num":
            return node.number
        if node.op == "sym":
            return self._atom(str(node.label), float(self._points[node.label][place]))
        if node.op == "cases":
            return self._chosen(node, place)
        rule = FUNCTIONS.get(node.label) if node.op == "fn" else OPERATORS.get(node.op)
        if rule is None:
            return None
        parts = [self.of(part, place) for part in node.parts]
        if node.op in ("*", "/") and 0 in (parts if node.op == "*" else parts[:1]):
            return Fraction(0) if None in parts else rule(*parts)
        return None if None in parts else rule(*parts)

    def _atom(self, name: str, value: float) -> Fraction | None:
        if value.is_integer():
            return Fraction(int(value))
        if not isfinite(value):
            return None
        drawn = Fraction(value)
        near = drawn.limit_denominator(ROUND_PARTS)
        if float(near) == value:
            return near
        return None if name in self._tied else drawn

    def _chosen(self, node: Node, place: int) -> Fraction | None:
        *pairs, otherwise = node.parts
        for value, condition in zip(pairs[::2], pairs[1::2], strict=True):
            holds = self._holds(condition, place)
            if holds is not False:
                return None if holds is None else self.of(value, place)
        return self.of(otherwise, place)

    def _holds(self, node: Node, place: int) -> bool | None:
        """Whether a single comparison holds."""
        if node.op != "cmp":
            return None
        left, right = (self.of(part, place) for part in node.parts)
        return None if left is None or right is None else COMPARISONS[str(node.label)](left, right)


def _short(value: Fraction | None) -> Fraction | None:
    if value is None or value.numerator.bit_length() + value.denominator.bit_length() > MOST_BITS:
        return None
    return value


def _power(base: Fraction, exponent: Fraction) -> Fraction | None:
    if exponent.denominator != 1 or abs(exponent) > MOST_EXPONENT or (base == 0 and exponent < 0):
        return None
    return base**exponent.numerator


def _root(value: Fraction) -> Fraction | None:
    if value < 0:
        return None
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(above, below) if (above * above, below * below) == (value.numerator, value.denominator) else None


def _at(place: int, value: int) -> Callable[[Fraction], Fraction | None]:
    """A function that is rational at one place, for all we look."""
    return lambda x: Fraction(value) if x == place else None


OPERATORS: dict[str, Callable[..., Fraction | None]] = {
    "+": lambda *terms: sum(terms, Fraction(0)),
    "*": lambda *factors: prod(factors, start=Fraction(1)),
    "/": lambda above, below: above / below if below else None,
    "^": _power,
    "neg": lambda x: -x,
}
FUNCTIONS: dict[object, Callable[..., Fraction | None]] = {
    **FOLDED,
    "sqrt": _root,
    "exp": _at(0, 1),
    "log": _at(1, 0),
    **dict.fromkeys(("sin", "tan", "sinh", "tanh", "asin", "atan"), _at(0, 0)),
    **dict.fromkeys(("cos", "cosh"), _at(0, 1)),
}
