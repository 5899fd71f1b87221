"""Whether a line of a derivation is false in its place, found without the engine's numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from mpmath import mp, mpf

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Claim, Side, claims
from interview_drill.formula.trees import walk
from interview_drill.kinds.derivation_ready import derivation
from tests.formula.generators.calculus import slope
from tests.formula.generators.evaluation import value
from tests.formula.generators.values import Senseless, Undefined
from tests.formula.generators.worlds import World, worlds

WORLDS = 6
VISIBLE = mpf(10) ** -6
"""A relative difference that no rounding makes."""


def is_false(task: object, text: str, line: int) -> bool:
    """Whether some equation of that line differs from its chain's first side in some world, however it is read.

    Raises AnswerError where it cannot be read, Senseless where the book's rules do not tell.
    """
    scope = derivation(task).scope
    return any(
        all(_differ(head, side, claim, task) for head, side in pairs) for claim, pairs in _equations(text, scope, line)
    )


def _equations(text: str, scope: Scope, line: int) -> Iterator[tuple[Claim, list[tuple[Side, Side]]]]:
    """The equations of one line: for each side, its readings beside the chain's first side."""
    first: Side | None = None
    for claim in claims(text, scope):
        first = first if claim.continues else claim.readings[0][0]
        if claim.line.number == line:
            start = 0 if claim.continues else 1
            for place in range(start, len(claim.readings[0])):
                yield claim, [(first if claim.continues else one[0], one[place]) for one in claim.readings]


def _differ(head: Side, side: Side, claim: Claim, task: object) -> bool:
    """Whether two sides come apart in a world where both have a value."""
    shown = [_apart(head, side, world, task) for world in _placed(head, side, claim.scope, derivation(task).scope)]
    if all(one is None for one in shown):
        raise Senseless("no world in which both sides have a value")
    return any(shown)


def _placed(head: Side, side: Side, scope: Scope, declared: Scope) -> Iterator[World]:
    """Worlds with a place for every index letter of the line."""
    letters = {**head.indices, **side.indices}
    for count, world in enumerate(_worlds(declared)):
        rng = random.Random(count)
        chosen = {name: 1 + rng.randrange(world.length(size)) for name, size in letters.items()}
        yield replace(world, scope=scope, indices={**chosen, **world.indices})


_MADE: dict[int, tuple[World, ...]] = {}


def _worlds(scope: Scope) -> tuple[World, ...]:
    if id(scope) not in _MADE:
        _MADE[id(scope)] = worlds(scope)[:WORLDS]
    return _MADE[id(scope)]


def _apart(head: Side, side: Side, world: World, task: object) -> bool | None:
    """None where one of them has no value."""
    try:
        left, right = _values(head.tree, side.tree, world, task)
    except (Undefined, ZeroDivisionError, OverflowError):
        return None
    return _unequal(left, right)


def _values(left: ast.Node, right: ast.Node, world: World, task: object) -> tuple[object, object]:
    """Numbers to compare: the sides', their slopes' where a constant stands in, the directions of an extreme."""
    if _extreme(left, world) is not None or _extreme(right, world) is not None:
        return _direction(left, world), _direction(right, world)
    constant = task.constant
    if constant is not None and any(ast.Name(constant.name) in walk(one) for one in (left, right)):
        by = ast.Name(constant.without)
        return slope(left, by, world), slope(right, by, world)
    return value(left, world), value(right, world)


def _extreme(tree: ast.Node, world: World) -> ast.Big | None:
    symbol = world.scope.symbols.get(getattr(tree, "name", ""))
    tree = symbol.value if symbol is not None and symbol.value is not None else tree
    return tree if isinstance(tree, ast.Big) and tree.operator in ("argmax", "argmin") else None


def _direction(tree: ast.Node, world: World) -> list[mpf]:
    """The unit vector in which the objective gets better: one direction everywhere is one place of the extreme."""
    found = _extreme(tree, world)
    if found is None:
        raise Senseless("a place beside a value")
    gradient = slope(found.body, ast.Name(found.indices[0]), world)
    length = mp.sqrt(sum(one * one for one in gradient)) * (1 if found.operator == "argmax" else -1)
    if not length:
        raise Undefined
    return [one / length for one in gradient]


def _unequal(left: object, right: object) -> bool:
    if isinstance(left, list) != isinstance(right, list):
        return True
    if isinstance(left, list):
        return len(left) != len(right) or any(_unequal(a, b) for a, b in zip(left, right, strict=True))
    return abs(left - right) > VISIBLE * (abs(left) + abs(right) + mpf(10) ** -6)
