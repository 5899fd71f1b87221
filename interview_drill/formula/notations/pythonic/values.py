"""What expressions are worth while an answer is read: trees, arrays known by their entries, tuples, functions."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.trees import parts

MOST_NODES = 3000
PAPER = " on paper"
"""Where the bindings keep the names of indices that count from 1, as SymPy's sums write them; no identifier."""
ONE, ZERO = ast.Number(Fraction(1)), ast.Number(Fraction(0))


class Lazy(Struct, frozen=True):
    """An array known by its entries (a window, a flipped array): `entry` takes zero-based indices as trees."""

    shape: tuple[Node, ...]
    entry: Callable[[Sequence[Node]], Node]


class Function(Struct, frozen=True):
    """A function defined in the answer: its parameters, its body, and the names around it that only its place has.

    `defaults` are what parameters are that nothing is given for, `marks` the arrays that those lie in (see memory.py),
    `chain` the frames it is defined in, and `scopes` those of them that have ended (see scoping.py).
    """

    parameters: tuple[str, ...]
    body: syntax.expr | Sequence[syntax.stmt]
    bindings: Mapping[str, Value]
    defaults: Mapping[str, Value]
    marks: Mapping[str, frozenset[str]]
    chain: tuple[int, ...]
    scopes: Mapping[int, Frame] = {}


class Unset(Struct, frozen=True):
    """What a name holds that is bound but not to be read here; `message` tells why."""

    message: str


Value = Node | Lazy | Function | Unset | tuple
Frame = Mapping[str, Value | None]
"""What the names of a running function hold; None where one means what the stem says."""


def number(value: int | Fraction) -> ast.Number:
    return ast.Number(Fraction(value))


def linear(tree: Node) -> tuple[tuple[Node, ...], Fraction]:
    """The terms of a sum without its numbers, and what the numbers add up to."""
    if isinstance(tree, ast.Number):
        return (), tree.value
    if isinstance(tree, ast.Minus):
        terms, constant = linear(tree.operand)
        return tuple(map(opposite, terms)), -constant
    if isinstance(tree, ast.Plus):
        parts = [linear(term) for term in tree.terms]
        return tuple(term for terms, _ in parts for term in terms), sum((part[1] for part in parts), Fraction(0))
    return (tree,), Fraction(0)


def opposite(tree: Node) -> Node:
    return tree.operand if isinstance(tree, ast.Minus) else ast.Minus(tree)


def shifted(tree: Node, by: int | Fraction) -> Node:
    """tree + by, its numbers added up, and what cancels left out: (k - 1) + 1 is k."""
    terms, constant = linear(tree)
    kept = list(_without_pairs(terms))
    constant += by
    if constant or not kept:
        kept.append(number(constant) if constant >= 0 or not kept else ast.Minus(number(-constant)))
    return kept[0] if len(kept) == 1 else ast.Plus(tuple(kept))


def _without_pairs(terms: Sequence[Node]) -> list[Node]:
    kept: list[Node] = []
    for term in terms:
        if opposite(term) in kept:
            kept.remove(opposite(term))
        else:
            kept.append(term)
    return kept


def plus(left: Node, right: Node) -> ast.Plus:
    """The sum of two trees, a sum on the left taken up."""
    return ast.Plus((*(left.terms if isinstance(left, ast.Plus) else (left,)), right))


def times(left: Node, right: Node) -> ast.Times:
    """The entrywise product of two trees, one on the left taken up."""
    taken = isinstance(left, ast.Times) and left.sign == "odot"
    return ast.Times((*(left.factors if taken else (left,)), right), "odot")


def is_condition(tree: object) -> bool:
    return isinstance(tree, ast.Compare | ast.Logic)


def as_number(tree: Node) -> Node:
    """A condition in the place of a number counts 1 where it holds."""
    return ast.Apply("indicator", (tree,)) if is_condition(tree) else tree


def as_condition(tree: Node) -> Node:
    """A number in the place of a condition holds where it is not zero."""
    if isinstance(tree, ast.Apply) and tree.function == "indicator":
        return tree.arguments[0]
    return tree if is_condition(tree) else ast.Compare("!=", tree, ZERO)


def compared(operator: str, left: Node, right: Node) -> ast.Compare:
    """A comparison; what both sides add is left out, so that i - 1 == j - 1 is i = j."""
    (first, low), (second, high) = linear(left), linear(right)
    shared = low if low == high and first and second else Fraction(0)
    if shared:
        left, right = shifted(left, -shared), shifted(right, -shared)
    return ast.Compare(operator, left, right)


def size(tree: Node, known: dict[int, int] | None = None) -> int:
    """The number of nodes of a tree written out: shared subtrees count each time."""
    known = {} if known is None else known
    if id(tree) not in known:
        known[id(tree)] = 1 + sum(size(part, known) for part in parts(tree))
    return known[id(tree)]
