"""Scalar trees -> numbers, for many points at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from zlib import crc32

import numpy as np

from interview_drill.formula.elementary import Node, in_order

EPS = 2.0**-52
SNAP = 1e-9
"""A value this close to an integer is taken for it by floor and ceil: sampled quotients have small denominators."""

Array = np.ndarray


def values(
    roots: list[Node], points: Mapping[str, Array], count: int, order: list[Node] | None = None
) -> list[Array]:
    """The value of every root at every point: float64 arrays of length `count`; undefined is NaN.

    `order` is in_order(roots), for a caller that has it.
    """
    done: dict[int, Array] = {}
    with np.errstate(all="ignore"):
        for node in order or in_order(roots):
            done[id(node)] = VALUES[node.op](node, [done[id(part)] for part in node.parts], points)
    return [np.broadcast_to(done[id(root)], (count,)) for root in roots]


def _number(exact: Fraction) -> Array:
    try:
        return np.float64(float(exact))
    except OverflowError:
        return np.float64(np.inf if exact > 0 else -np.inf)


def _sum(node: Node, parts: list[Array], _points: object) -> Array:
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _product(node: Node, parts: list[Array], _points: object) -> Array:
    total = parts[0]
    for part in parts[1:]:
        total = total * part
    return total


def _power(node: Node, parts: list[Array], _points: object) -> Array:
    """A negative base takes integer exponents only; a fractional one is undefined, as on paper in the reals."""
    base, exponent = parts
    return base * base if node.parts[1].number == 2 else np.power(base, exponent)


def chosen(node: Node, parts: list[Array], _points: object) -> Array:
    *pairs, found = parts
    for value, condition in reversed(list(zip(pairs[::2], pairs[1::2], strict=True))):
        found = np.where(condition, value, found)
    return found


def _compared(node: Node, parts: list[Array], _points: object) -> Array:
    left, right = parts
    close = np.abs(left - right) <= 8 * EPS * np.maximum(np.abs(left), np.abs(right))
    return RELATIONS[node.label](left, right, close)


RELATIONS: dict[object, Callable[[Array, Array, Array], Array]] = {
    "<": lambda a, b, close: (a < b) & ~close,
    "<=": lambda a, b, close: (a < b) | close,
    ">": lambda a, b, close: (a > b) & ~close,
    ">=": lambda a, b, close: (a > b) | close,
    "=": lambda a, b, close: close,
    "!=": lambda a, b, close: ~close,
}


def _near_integer(value: Array) -> tuple[Array, Array]:
    nearest = np.round(value)
    return nearest, np.abs(value - nearest) <= SNAP


def _floor(value: Array) -> Array:
    nearest, close = _near_integer(value)
    return np.where(close, nearest, np.floor(value))


def _ceil(value: Array) -> Array:
    nearest, close = _near_integer(value)
    return np.where(close, nearest, np.ceil(value))


FUNCTIONS: dict[object, Callable[..., Array]] = {
    "exp": np.exp, "log": np.log, "sqrt": np.sqrt, "abs": np.abs, "sign": np.sign, "floor": _floor, "ceil": _ceil,
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "asin": np.arcsin, "acos": np.arccos, "atan": np.arctan,
    "sinh": np.sinh, "cosh": np.cosh, "tanh": np.tanh,
    "max": lambda *parts: np.maximum.reduce(np.broadcast_arrays(*parts)),
    "min": lambda *parts: np.minimum.reduce(np.broadcast_arrays(*parts)),
    "undefined": lambda: np.float64("nan"),
}  # fmt: skip


def _unknown(name: str) -> tuple[float, ...]:
    """The coefficients of the smooth function that stands for an unknown one, always the same for a name."""
    rng = np.random.default_rng(crc32(name.encode()))
    return tuple(rng.uniform(0.4, 1.3, 4))


def _called(node: Node, parts: list[Array], _points: object) -> Array:
    if str(node.label).endswith("'"):
        return _slope(str(node.label)[:-1], parts[0])
    total = np.float64(0.0)
    for place, part in enumerate(parts):
        a, b, c, d = _unknown(f"{node.label}:{place}")
        total = total + a * np.sin(b * part + c) + d * part * np.cos(0.5 * part)
    return total


def _slope(name: str, x: Array) -> Array:
    """The derivative of the same function of one number."""
    a, b, c, d = _unknown(f"{name}:0")
    return a * b * np.cos(b * x + c) + d * np.cos(0.5 * x) - 0.5 * d * x * np.sin(0.5 * x)


VALUES: dict[str, Callable[[Node, list[Array], Mapping[str, Array]], Array]] = {
    "num": lambda node, parts, points: _number(node.label),
    "sym": lambda node, parts, points: points[node.label],
    "+": _sum,
    "*": _product,
    "/": lambda node, parts, points: np.true_divide(parts[0], parts[1]),
    "^": _power,
    "neg": lambda node, parts, points: -parts[0],
    "fn": lambda node, parts, points: FUNCTIONS[node.label](*parts),
    "call": _called,
    "cases": chosen,
    "cmp": _compared,
    "true": lambda node, parts, points: np.bool_(True),
    "false": lambda node, parts, points: np.bool_(False),
    "and": lambda node, parts, points: np.logical_and.reduce(np.broadcast_arrays(*parts)),
    "or": lambda node, parts, points: np.logical_or.reduce(np.broadcast_arrays(*parts)),
    "not": lambda node, parts, points: np.logical_not(parts[0]),
}
