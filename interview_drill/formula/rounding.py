"""How far float64 can be trusted: a running bound on the error of every value, and where it is to blame for none.

A running error analysis of first order (Higham, Accuracy and Stability of Numerical Algorithms, ch. 3): it tells a
difference that float64 makes from a difference between two formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction

import numpy as np

from interview_drill.formula.elementary import Node, in_order
from interview_drill.formula.exact import Exact
from interview_drill.formula.numeric import EPS, FUNCTIONS, SNAP, VALUES, Array, chosen

TINY, SMALL = 2.0**-1074, 2.0**-1000
"""The step between numbers that are too small to be normal, and what is small enough to look for them."""


def bounded(
    roots: list[Node], points: Mapping[str, Array], count: int, tied: Collection[str] = ()
) -> list[tuple[Array, Array]]:
    """The value of every root at every point, each with a bound on its absolute rounding error.

    `tied` are the atoms that only sum to 1 on paper.
    """
    done: dict[int, tuple[Array, Array]] = {}
    exact = Exact(points, tied)
    with np.errstate(all="ignore"):
        for node in in_order(roots):
            parts = [done[id(part)] for part in node.parts]
            value = VALUES[node.op](node, [part for part, _ in parts], points)
            if node.op == "^" and node.parts[1].op != "num":
                parts[1] = (parts[1][0], _doubt(node.parts[1], parts, exact))
            done[id(node)] = (value, _error(node, value, parts))
    return [tuple(np.broadcast_to(one, (count,)) for one in done[id(root)]) for root in roots]  # type: ignore[misc]


def _doubt(exponent: Node, parts: list[tuple[Array, Array]], exact: Exact) -> Array:
    """The error of an exponent, which is none where it is 0 and not rounded to it: 0^0 is not 0 to a tiny power."""
    (base, _), (value, error) = parts
    return _cleared(error, exponent, (base == 0) & (value == 0) & (error > 0), exact)


def _cleared(error: Array, node: Node, where: Array, exact: Exact) -> Array:
    """An error without what it has at those of some points where the node comes to 0 exactly."""
    if not where.any():
        return error
    cleared = np.array(np.broadcast_to(error, where.shape))
    for place in np.ndindex(where.shape):
        if where[place] and exact.of(node, place[0] if place else 0) == 0:
            cleared[place] = 0.0
    return cleared


def on_edges(steps: list[Node], points: Mapping[str, Array], count: int, tied: Collection[str] = ()) -> Array:
    """Where float64 does not tell on which step one of some floors and ceilings stands.

    Its argument lies so near an integer that it may be on either side; only worked out in fractions it may be sure.
    """
    exact, found = Exact(points, tied), np.zeros(count, dtype=bool)
    arguments = bounded([step.parts[0] for step in steps], points, count, tied)
    for step, (argument, error) in zip(steps, arguments, strict=True):
        with np.errstate(all="ignore"):
            stands = FUNCTIONS[step.label](argument)
            near = np.abs(argument - np.round(argument)) <= np.maximum(SNAP, NEAR_POLE * error)
        for place in np.flatnonzero(near & ~found):
            found[place] = exact.of(step, int(place)) != stands[place]
    return found


def excused(roots: list[Node], points: Mapping[str, Array], count: int, tied: Collection[str] = ()) -> Array:
    """Where float64 is to blame for a value that is not finite: the formula may be defined there on paper.

    Either a number on the way was too large, or an argument was rounded into a pole: 1 - p where p is almost 1.
    """
    done: dict[int, tuple[Array, Array]] = {}
    exact = Exact(points, tied)
    found = np.zeros(count, dtype=bool)
    with np.errstate(all="ignore"):
        for node in in_order(roots):
            parts = [done[id(part)] for part in node.parts]
            value = VALUES[node.op](node, [part for part, _ in parts], points)
            done[id(node)] = (value, _error(node, value, parts))
            if parts and not np.isfinite(value).all():
                found = found | (_all_finite([part for part, _ in parts]) & _blamed(node, value, parts, exact))
    return found


def _blamed(node: Node, value: Array, parts: list[tuple[Array, Array]], exact: Exact) -> Array:
    """An overflow, or an argument within its own rounding of a pole; a root of a negative number is neither.

    An argument that is 0 exactly stands on the pole.
    """
    if node.op in GROWING or node.label in GROWING:
        return np.isinf(value) & ~((node.op == "^") & (parts[0][0] == 0))  # 0 to a negative power is a pole
    broken = ~np.isfinite(value)
    near = [broken & (error > 0) & (np.abs(part) <= NEAR_POLE * error) for part, error in parts]
    doubts = [_cleared(one.astype(float), part, one, exact) > 0 for one, part in zip(near, node.parts, strict=True)]
    return np.logical_or.reduce(np.broadcast_arrays(*doubts))


NEAR_POLE = 16.0


def _all_finite(parts: list[Array]) -> Array:
    return np.logical_and.reduce(np.broadcast_arrays(*map(np.isfinite, parts)))


GROWING = {"+", "*", "^", "exp", "sinh", "cosh"}


CERTAIN = frozenset({"sym", "cmp", "true", "false", "and", "or", "not"})
LONGEST = 2**53
FREE = frozenset({"abs", "max", "min"})
"""Functions that round nothing: of what is exact they make what is exact."""


def _error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    """A bound on the error of `value`: what the parts bring with them, and this operation's own rounding."""
    if node.op in CERTAIN or (node.op == "num" and _is_short(node.label)):
        return np.float64(0.0)
    if node.op == "neg" or (node.op == "fn" and node.label in FREE):
        return _largest(parts)
    return ERRORS.get(node.op, _summed_error)(node, value, parts) + EPS * np.abs(value) + _lost(node, value, parts)


def _is_short(number: Fraction) -> bool:
    """Whether a number is a float64, as whole numbers and halves are."""
    below = number.denominator
    return below & (below - 1) == 0 and below < LONGEST and abs(number.numerator) < LONGEST


def _lost(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    """What a power, a quotient or an exponential loses below the normal numbers; a zero that is exact loses nothing."""
    if node.op in ("^", "/"):
        return np.where((np.abs(value) < SMALL) & (parts[0][0] != 0), TINY, 0.0)
    return np.where(np.abs(value) < SMALL, TINY, 0.0) if node.label == "exp" else np.float64(0.0)


def _summed_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    return sum((error + EPS * np.abs(part) for part, error in parts), np.float64(0.0))


def _product_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    total = np.float64(0.0)
    for place, (_, error) in enumerate(parts):
        others = [np.abs(part) for at, (part, _) in enumerate(parts) if at != place]
        product = error
        for other in others:
            product = product * other
        total = total + product
    return total + _underflow([part for part, _ in parts])


def _underflow(parts: list[Array]) -> Array:
    """What a product loses below the normal numbers, and what its later factors make of that."""
    made, smallest, largest = np.float64(1.0), np.float64(1.0), np.float64(1.0)
    for part in parts:
        made = made * np.abs(part)
        smallest = np.minimum(smallest, made)
        largest = largest * np.maximum(1.0, np.abs(part))
    exact = np.logical_or.reduce(np.broadcast_arrays(*(part == 0 for part in parts)))
    return np.where((smallest < SMALL) & ~exact, TINY * largest, 0.0)


def _quotient_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    (_, above), (divisor, below) = parts
    return (above + np.abs(value) * below) / np.abs(divisor)


def _power_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    (base, error), (exponent, exponent_error) = parts
    steep = np.abs(exponent * value / base) * error
    within = (np.abs(base) <= error) & (exponent > 0)  # near 0 a slope tells nothing: (x - x)^2 is 0 all the same
    from_base = np.where(error == 0, 0.0, np.where(within, (np.abs(base) + error) ** np.abs(exponent), steep))
    settled = (exponent_error == 0) | ((base == 0) & (exponent > 0))
    from_exponent = np.where(settled, 0.0, np.abs(value * np.log(np.abs(base))) * exponent_error)
    return from_base + from_exponent


SLOPES: dict[object, Callable[[Array, Array], Array]] = {
    "exp": lambda x, v: np.abs(v),
    "log": lambda x, v: 1 / np.abs(x),
    "floor": lambda x, v: np.float64(0.0),
    "ceil": lambda x, v: np.float64(0.0),
    "sign": lambda x, v: np.float64(0.0),
    "tan": lambda x, v: 1 + v * v,
    "sinh": lambda x, v: np.cosh(x),
    "cosh": lambda x, v: np.abs(np.sinh(x)),
}

STEEP = frozenset({"sqrt", "asin", "acos"})
"""Monotone functions that have no slope at an end of their domain: there sqrt(x - x) would count as anything."""


def _largest(parts: list[tuple[Array, Array]]) -> Array:
    """The largest of the errors that the parts bring with them."""
    if len(parts) < 2:
        return parts[0][1] if parts else np.float64(0.0)
    return np.maximum.reduce(np.broadcast_arrays(*(error for _, error in parts)))


def _function_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    if len(parts) != 1:
        return _largest(parts)
    argument, error = parts[0]
    if node.label in STEEP:
        return _spread(FUNCTIONS[node.label], argument, error, value) + EPS * (1 + np.abs(value))
    slope = SLOPES.get(node.label, lambda x, v: np.float64(1.0))(argument, value)
    return np.where(error == 0, 0.0, slope * error) + EPS * (1 + np.abs(value))


def _spread(function: Callable[[Array], Array], argument: Array, error: Array, value: Array) -> Array:
    """How far the values at the ends of the argument's interval lie away, those outside of the domain apart."""
    return np.fmax(*(np.abs(function(argument + end) - value) for end in (error, -error)))


def _called_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    return sum((4 * (1 + np.abs(part)) * (error + EPS) for part, error in parts), np.float64(0.0))


def _cases_error(node: Node, value: Array, parts: list[tuple[Array, Array]]) -> Array:
    """The error of the branch that holds."""
    conditions = [condition for condition, _ in parts[1:-1:2]]
    errors = [error for _, error in parts[0:-1:2]]
    pairs = [part for pair in zip(errors, conditions, strict=True) for part in pair]
    return chosen(node, [*pairs, parts[-1][1]], None)


ERRORS: dict[str, Callable[[Node, Array, list[tuple[Array, Array]]], Array]] = {
    "*": _product_error,
    "/": _quotient_error,
    "^": _power_error,
    "fn": _function_error,
    "call": _called_error,
    "cases": _cases_error,
}
