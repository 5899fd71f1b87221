"""What a false equation would need: an assumption that nobody granted, but that can be named.

Declared ones are tried first, then those that any question knows: two indices that are equal or never are, a quantity
that is positive, sums to 1, is 0 or 1 throughout, or has one of these values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.idle import Leaves, tells
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.steps.claims import Side
from interview_drill.formula.steps.forms import holds, index_letters
from interview_drill.formula.steps.proofs import unproved
from interview_drill.formula.steps.report import Derivation, Mismatch
from interview_drill.formula.steps.truth import Condition, Head

MOST = 40
"""Assumptions tried for one equation."""
WITH_SIGN = ("real", "nonzero")
SUMMABLE = ("real", "positive", "nonnegative", "unit", "probability")
ZERO = ("real", "nonnegative", "unit")
ONE = (*ZERO, "positive", "nonzero")
BINARY = {"low": 0, "high": 1, "integer": True}


class Assumption(Struct, frozen=True):
    """`kind` is equal, unequal, positive, simplex, binary, value or declared; `name` is of the last kind.

    `left` and `right` are what it is about.
    """

    kind: str
    left: ast.Node | None = None
    right: ast.Node | None = None
    name: str | None = None


class _World(Struct, frozen=True):
    """The scope in which an assumption holds, or the condition on indices that it is."""

    assumption: Assumption
    scope: Scope
    only: Condition | None = None


def needed(found: Mismatch, derivation: Derivation) -> Assumption | None:
    """The first assumption under which a false equation is true; None where there is none, or the line has its own."""
    if found.truth.shape is not None or found.claim.piece.condition or found.claim.piece.proportional:
        return None
    worlds = islice(_worlds(found, derivation), MOST)
    return next((one.assumption for one in worlds if _is_true(found, one, derivation)), None)


def _is_true(found: Mismatch, world: _World, derivation: Derivation) -> bool:
    head = found.head
    try:
        there = Head(world.scope, head.tree, head.indices, derivation.constant, world.only)
        truth = there.compare(found.side.tree, found.side.indices, found.side.arrays)
        told = truth.holds is True and (world.assumption.kind == "binary" or not _is_unseen(there, found.side))
    except AnswerError:
        return False
    return told and (world.assumption.kind != "value" or _says_something(truth.situations))


def _is_unseen(there: Head, side: Side) -> bool:
    """Whether points agree under an assumption for what they cannot feel there, and nothing is proved.

    (Where y is 0 or 1 nobody feels an exponent: there the points are all there is.)
    """

    def shows(tree: ast.Node) -> bool:
        found = there.compare(tree, side.indices, side.arrays)
        return found.shape is not None or tells(found.numbers)

    leaves = Leaves(there.scope)
    return any(leaves.idle(tree, shows) for tree in (there.tree, side.tree)) and unproved([(there, side)]) is not None


def _says_something(situations: Sequence) -> bool:
    """Whether the equation's first side is still a quantity: at x = 0 nearly everything is equal."""
    return any(np.ptp(one.wanted, axis=-1).any() for one in situations if one.wanted.size)


def _worlds(found: Mismatch, derivation: Derivation) -> Iterator[_World]:
    scope = found.claim.scope
    for name, assumed in derivation.assumptions.items():
        symbols = {**scope.symbols, **assumed.symbols}
        inside = replace(scope, symbols=symbols, conditions=(*scope.conditions, *assumed.conditions))
        yield _World(Assumption("declared", name=name), inside)
    yield from _indices(found)
    for symbol in _used(found):
        for kind, right, changed in _changes(symbol):
            assumption = Assumption(kind, ast.Name(symbol.name), right)
            yield _World(assumption, replace(scope, symbols={**scope.symbols, symbol.name: changed}))


def _indices(found: Mismatch) -> Iterator[_World]:
    scope, sides = found.claim.scope, (found.head, found.side)
    extra = {name: size for side in sides for name, size in side.indices.items()}
    for left, right in combinations(index_letters([side.tree for side in sides], scope, extra), 2):
        for kind, equal in (("equal", True), ("unequal", False)):
            yield _World(Assumption(kind, ast.Name(left), ast.Name(right)), scope, (left, equal, right))


def _used(found: Mismatch) -> list[Symbol]:
    """The quantities that the equation is about, with its definitions and densities put in, but for what means bind."""
    symbols = found.claim.scope.symbols
    bound = {density.variable for density in (found.claim.scope.options.get("distributions") or {}).values()}
    seen: dict[str, None] = {}
    open_trees = [found.head.tree, found.side.tree, *_densities(found)]
    while open_trees:
        tree = open_trees.pop()
        for name, symbol in symbols.items():
            if name not in seen and holds(tree, lambda node, name=name: node == ast.Name(name)):
                seen[name] = None
                open_trees += [symbol.value] if symbol.value is not None else []
    return [symbols[name] for name in seen if name not in bound]


def _densities(found: Mismatch) -> Iterator[ast.Node]:
    """What the densities of the expectations in an equation depend on."""
    if any(holds(side.tree, lambda node: isinstance(node, ast.Expectation)) for side in (found.head, found.side)):
        for density in (found.claim.scope.options.get("distributions") or {}).values():
            yield from (density.mean, density.variance)


def _changes(symbol: Symbol) -> Iterator[tuple[str, ast.Node | None, Symbol]]:
    """(kind, the value that is assumed, the symbol under it), weaker assumptions first."""
    if not isinstance(symbol.range, str) or symbol.type not in ("scalar", "array"):
        return
    if symbol.range in WITH_SIGN:
        yield "positive", None, replace(symbol, range="positive")
    if symbol.type == "array":
        if len(symbol.shape) == 1 and symbol.range in SUMMABLE:
            yield "simplex", None, replace(symbol, range="simplex")
        return
    if symbol.range == "unit":
        yield "binary", None, replace(symbol, range=BINARY)
    for number, ranges in ((1, ONE), (0, ZERO)):
        if symbol.range in ranges:
            value = ast.Number(Fraction(number))
            yield "value", value, replace(symbol, type="value", value=value, range="real")
