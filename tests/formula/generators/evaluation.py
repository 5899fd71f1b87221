"""The value of a tree in a world, by the book: 40 digits, one case after another, nothing shared with the engine.

A value is a number, a truth, or a list of values (a vector; a matrix is a list of rows).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mpmath import mp, mpf

from interview_drill.formula import ast
from interview_drill.formula.trees import walk
from tests.formula.generators.values import (
    COMBINED,
    COMPARED,
    FUNCTIONS,
    Row,
    Senseless,
    Undefined,
    divided,
    guarded,
    inner,
    picked,
    raised,
    rank,
    spread,
)
from tests.formula.generators.worlds import World

REACH = 4


def value(tree: ast.Node, world: World) -> object:
    """The value. Raises Undefined or Senseless."""
    return RULES[type(tree)](tree, world)


def number(tree: ast.Node, world: World) -> mpf:
    found = value(tree, world)
    if isinstance(found, list):
        raise Senseless("a vector where a number is wanted")
    return mpf(int(found)) if isinstance(found, bool) else found


def whole(tree: ast.Node, world: World) -> int:
    found = number(tree, world)
    if found != int(found):
        raise Senseless("an index that is not whole")
    return int(found)


def _name(tree: ast.Name, world: World) -> object:
    name = tree.name
    for known in (world.indices, world.sizes):
        if name in known:
            return mpf(known[name])
    if name in world.bound:
        return world.bound[name]
    if name in world.numbers:
        return world.numbers[name]
    symbol = world.scope.symbols.get(name)
    if symbol is None:
        return {"pi": mp.pi, "e": mp.e}[name]
    if symbol.type == "array":
        return _listed(world.arrays[name], symbol, world)
    if symbol.type == "value" and not symbol.parameters:
        return value(symbol.value, world)
    if symbol.type == "value" and len(symbol.parameters) == 1:
        return [_abbreviated(symbol, (at,), world) for at in _run_of(symbol, 0, world)]
    raise Senseless(name)


def _listed(entries: dict, symbol, world: World, before: tuple[int, ...] = ()) -> object:
    if len(before) == len(symbol.shape):
        return entries[before]
    run = range(symbol.start, symbol.start + world.length(symbol.shape[len(before)]))
    return [_listed(entries, symbol, world, (*before, at)) for at in run]


def _run_of(symbol, place: int, world: World) -> range:
    shape = symbol.shape or tuple(
        world.scope.symbols[name].shape[0] for name in symbol.parameters if name in world.scope.symbols
    )
    if place >= len(shape):
        raise Senseless(symbol.name)
    return range(symbol.start, symbol.start + world.length(shape[place]))


def _abbreviated(symbol, places: tuple[int, ...], world: World) -> object:
    if any(at not in _run_of(symbol, place, world) for place, at in enumerate(places)):
        raise Senseless("an index outside")
    return value(symbol.value, world.with_indices(**dict(zip(symbol.parameters, places, strict=True))))


def _entry(tree: ast.Entry, world: World) -> object:
    symbol = world.scope.symbols.get(getattr(tree.base, "name", ""))
    places = tuple(whole(index, world) for index in tree.indices)
    if symbol is None or symbol.type not in ("array", "value"):
        return picked(value(tree.base, world), places)
    if symbol.type == "value":
        if len(places) != len(symbol.parameters):
            raise Senseless("indices that do not fit")
        return _abbreviated(symbol, places, world)
    if len(places) < len(symbol.shape):
        return _row(symbol, places, world)
    found = world.arrays[symbol.name].get(places)
    if found is None and len(places) == len(symbol.shape) and symbol.outside == "zero":
        return mpf(0)
    if found is None:
        raise Senseless("an index outside")
    return found


def _row(symbol, places: tuple[int, ...], world: World) -> object:
    """A row of a matrix."""
    if any(at not in _run_of(symbol, place, world) for place, at in enumerate(places)):
        raise Senseless("an index outside")
    return _listed(world.arrays[symbol.name], symbol, world, places)


def _apply(tree: ast.Apply, world: World) -> object:
    symbol = world.scope.symbols.get(tree.function)
    if symbol is not None and symbol.value is None:
        factor, root = world.wiggle
        return factor * mp.sin(root * number(tree.arguments[0], world)) + root
    if symbol is not None:
        raise Senseless(tree.function)
    if tree.function == "delta":
        left, right = (whole(argument, world) for argument in tree.arguments)
        return mpf(int(left == right))
    values = [value(argument, world) for argument in tree.arguments]
    if tree.function in ("max", "min") and len(values) == 1 and isinstance(values[0], list):
        return {"max": max, "min": min}[tree.function](values[0])
    return spread(guarded(FUNCTIONS[tree.function]), *values)


def _plus(tree: ast.Plus, world: World) -> object:
    return spread(lambda *terms: sum(terms, mpf(0)), *(value(term, world) for term in tree.terms))


def _times(tree: ast.Times, world: World) -> object:
    found = value(tree.factors[0], world)
    for factor in tree.factors[1:]:
        found = _pair(found, value(factor, world), tree.sign, world)
    return found


def _pair(left: object, right: object, sign: str, world: World) -> object:
    if rank(left) == 2 and rank(right) == 1 and sign != "odot":
        return [inner(row, right) for row in left]
    if isinstance(left, Row) and rank(right) == 1:
        return inner(left, right)
    if rank(left) == rank(right) == 1 and sign in ("dot", "@") and not world.scope.elementwise:
        return inner(left, right)
    if rank(left) and rank(right) and (rank(left) > 1 or rank(right) > 1):
        raise Senseless("a product of matrices")
    if rank(left) == rank(right) == 1 and not world.scope.elementwise and sign not in ("odot", "*"):
        raise Senseless("a product of vectors")
    return spread(lambda a, b: a * b, left, right)


def _laid_down(found: object) -> object:
    return Row(found) if rank(found) == 1 else found


def _big(tree: ast.Big, world: World) -> mpf:
    if not tree.indices:
        found = value(tree.body, world)
        if rank(found) != 1:
            raise Senseless("a sum over nothing")
        return COMBINED[tree.operator](found)
    terms = [
        number(tree.body, inside)
        for inside in _inside(tree, list(zip(tree.indices, tree.bounds, strict=True)), world)
        if tree.condition is None or number(tree.condition, inside)
    ]
    if not terms and tree.operator in ("max", "min"):
        raise Senseless("the largest of nothing")
    return COMBINED[tree.operator](terms)


def _inside(tree: ast.Big, left: list, world: World) -> Iterator[World]:
    if not left:
        yield world
        return
    (name, bound), *later = left
    for at in _run(name, bound, tree, world):
        yield from _inside(tree, later, world.with_indices(**{name: at}))


def _run(name: str, bound: object, tree: ast.Big, world: World) -> range:
    if isinstance(bound, ast.Range):
        return range(whole(bound.lower, world), whole(bound.upper, world) + 1)
    if isinstance(bound, str):
        symbol = world.scope.symbols[bound]
        return range(symbol.start, symbol.start + world.length(symbol.shape[0]))
    runs = list(_runs(name, tree.body, world))
    if not runs:
        raise Senseless("a sum without bounds")
    if any(wide for _, wide in runs):
        found = [run for run, wide in runs if wide]
        return range(min(run.start for run in found) - REACH, max(run.stop for run in found) + REACH)
    return runs[0][0]


def _runs(name: str, body: ast.Node, world: World) -> Iterator[tuple[range, bool]]:
    """Where an index without bounds may go: over arrays that it stands in alone, far over those that are 0 outside."""
    for entry in walk(body):
        if not isinstance(entry, ast.Entry) or not isinstance(entry.base, ast.Name):
            continue
        symbol = world.scope.symbols[entry.base.name]
        for place, index in enumerate(entry.indices):
            wide = symbol.outside == "zero"
            if index == ast.Name(name) or (wide and ast.Name(name) in walk(index)):
                yield _run_of(symbol, place, world), wide


def _cases(tree: ast.Cases, world: World) -> object:
    for branch, condition in tree.branches:
        if number(condition, world):
            return value(branch, world)
    if tree.otherwise is None:
        raise Undefined
    return value(tree.otherwise, world)


def _compare(tree: ast.Compare, world: World) -> bool:
    return COMPARED[tree.operator](number(tree.left, world), number(tree.right, world))


def _logic(tree: ast.Logic, world: World) -> bool:
    found = [bool(number(operand, world)) for operand in tree.operands]
    return {"and": all, "or": any, "not": lambda one: not one[0]}[tree.operator](found)


def _norm(tree: ast.Norm, world: World) -> mpf:
    found, order = value(tree.operand, world), tree.order
    entries = found if isinstance(found, list) else [found]
    if order == ast.Number(1):
        return sum((abs(one) for one in entries), mpf(0))
    if order != ast.Number(2):
        raise Senseless("a norm of another order")
    return mp.sqrt(sum((one * one for one in entries), mpf(0)))


def _stack(tree: ast.Stack, world: World) -> list:
    found: list = []
    for part in tree.parts:
        one = value(part, world)
        found += one if isinstance(one, list) else [one]
    return found


def _probability(tree: ast.Probability, world: World) -> mpf:
    def mass(*wanted: ast.Node) -> mpf:
        found = (share for outcome, share in world.table.items() if all(_happens(w, outcome, world) for w in wanted))
        return sum(found, mpf(0))

    return mass(tree.event) if tree.given is None else divided(mass(tree.event, tree.given), mass(tree.given))


def _happens(event: ast.Node, outcome: tuple[int, ...], world: World) -> bool:
    if isinstance(event, ast.Logic):
        return not _happens(event.operands[0], outcome, world)
    name = event.base.name if isinstance(event, ast.Entry) else event.name
    if name not in world.events or bool(world.scope.symbols[name].shape) != isinstance(event, ast.Entry):
        raise Senseless("no event")
    happened = outcome[world.events.index(name)]
    if not isinstance(event, ast.Entry):
        return bool(happened)
    place = whole(event.indices[0], world)
    if not 1 <= place <= world.length(world.scope.symbols[name].shape[0]):
        raise Senseless("an index outside")
    return happened == place


RULES: dict[type, Callable] = {
    ast.Number: lambda tree, world: mpf(tree.value.numerator) / tree.value.denominator,
    ast.Name: _name,
    ast.Entry: _entry,
    ast.Apply: _apply,
    ast.Plus: _plus,
    ast.Minus: lambda tree, world: spread(lambda x: -x, value(tree.operand, world)),
    ast.Times: _times,
    ast.Over: lambda tree, world: spread(divided, value(tree.numerator, world), value(tree.denominator, world)),
    ast.Power: lambda tree, world: spread(raised, value(tree.base, world), value(tree.exponent, world)),
    ast.Big: _big,
    ast.Cases: _cases,
    ast.Compare: _compare,
    ast.Logic: _logic,
    ast.Norm: _norm,
    ast.Transpose: lambda tree, world: _laid_down(value(tree.operand, world)),
    ast.Stack: _stack,
    ast.Probability: _probability,
}
