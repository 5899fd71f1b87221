"""Brackets that were left out: the same signs, but an operand reaches further, `n-k+2p/s` for `(n-k+2p)/s`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from interview_drill.formula import ast
from interview_drill.formula.trees import changed

Change = Callable[[ast.Node], ast.Node]


def regrouped(tree: ast.Node) -> Iterator[ast.Node]:
    """The tree with one pair of brackets more, for each place where that makes a difference."""
    return changed(tree, _wider)


def _wider(node: ast.Node) -> Iterator[ast.Node]:
    """A sum or product of which some terms are taken into what stands beside them."""
    if isinstance(node, ast.Plus):
        yield from _taken_in(node.terms, ast.Plus)
    elif isinstance(node, ast.Times):
        yield from _taken_in(node.factors, lambda factors: ast.Times(factors, node.sign))


def _taken_in(parts: Sequence[ast.Node], joined: Callable[[tuple[ast.Node, ...]], ast.Node]) -> Iterator[ast.Node]:
    """Whole runs of neighbours first: who forgets brackets mostly means all that stands there."""
    for place, part in enumerate(parts):
        for first in range(place):
            for one in _at_start(part, lambda inner, first=first, place=place: joined((*parts[first:place], inner))):
                yield _whole((*parts[:first], one, *parts[place + 1 :]), joined)
        for end in range(len(parts), place + 1, -1):
            for one in _at_end(part, lambda inner, end=end, place=place: joined((inner, *parts[place + 1 : end]))):
                yield _whole((*parts[:place], one, *parts[end:]), joined)


def _whole(parts: tuple[ast.Node, ...], joined: Callable[[tuple[ast.Node, ...]], ast.Node]) -> ast.Node:
    return parts[0] if len(parts) == 1 else joined(parts)


def _at_start(part: ast.Node, change: Change) -> Iterator[ast.Node]:
    """A part whose first operand is changed: a numerator, a base, a first factor."""
    if isinstance(part, ast.Over):
        yield ast.Over(change(part.numerator), part.denominator)
        yield from (ast.Over(one, part.denominator) for one in _at_start(part.numerator, change))
    elif isinstance(part, ast.Power):
        yield ast.Power(change(part.base), part.exponent)
    elif isinstance(part, ast.Times):
        first, *rest = part.factors
        yield ast.Times((change(first), *rest), part.sign)
        yield from (ast.Times((one, *rest), part.sign) for one in _at_start(first, change))
    elif isinstance(part, ast.Minus):  # a + b - c/d, meant as (a + b - c)/d
        yield from _at_start(part.operand, lambda inner: change(ast.Minus(inner)))


def _at_end(part: ast.Node, change: Change) -> Iterator[ast.Node]:
    """A part whose last operand is changed: what a minus, a slash, a power, a function or a sum takes."""
    if isinstance(part, ast.Minus):
        yield ast.Minus(change(part.operand))
        yield from (ast.Minus(one) for one in _at_end(part.operand, change))
    elif isinstance(part, ast.Over):
        yield ast.Over(part.numerator, change(part.denominator))
        yield from (ast.Over(part.numerator, one) for one in _at_end(part.denominator, change))
    elif isinstance(part, ast.Power):
        yield ast.Power(part.base, change(part.exponent))
        yield from (ast.Power(part.base, one) for one in _at_end(part.exponent, change))
    elif isinstance(part, ast.Apply) and len(part.arguments) == 1:
        yield ast.Apply(part.function, (change(part.arguments[0]),))
        yield from (ast.Apply(part.function, (one,)) for one in _at_end(part.arguments[0], change))
    elif isinstance(part, ast.Big):
        yield ast.Big(part.operator, part.indices, part.bounds, part.condition, change(part.body))
    elif isinstance(part, ast.Times):
        *rest, last = part.factors
        yield ast.Times((*rest, change(last)), part.sign)
        yield from (ast.Times((*rest, one), part.sign) for one in _at_end(last, change))
