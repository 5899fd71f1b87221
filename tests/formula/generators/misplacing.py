"""Changes of what a formula points at: indices, bounds, events, conditions."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from tests.formula.generators.names import ONE, TWO
from tests.formula.generators.places import Place

OTHER_COMPARISONS = {">": ("<", "<="), "<": (">", ">="), "<=": (">", ">="), ">=": ("<", "<=")}


def index_changed(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Entry):
        for at, index in enumerate(tree.indices):
            for new in _other_indices(index, place, scope):
                yield replace(tree, indices=(*tree.indices[:at], new, *tree.indices[at + 1 :]))
        if len(tree.indices) == 2:
            yield replace(tree, indices=tree.indices[::-1])
    if isinstance(tree, ast.Apply) and tree.function == "delta":
        yield from (replace(tree, arguments=(one, one)) for one in tree.arguments)
    if isinstance(tree, ast.Probability):
        yield from _other_events(tree, place, scope)


def _other_indices(index: ast.Node, place: Place, scope: Scope) -> Iterator[ast.Node]:
    yield from (ast.Plus((index, ONE)), ast.Plus((index, ast.Minus(ONE))), ONE)
    free = [one.name for one in scope.symbols.values() if one.type == "index"]
    yield from (ast.Name(name) for name in (*free, *place.bound) if ast.Name(name) != index)
    if isinstance(index, ast.Plus):
        yield from index.terms
        yield ast.Plus((index.terms[0], ast.Minus(index.terms[1])))


def _other_events(tree: ast.Probability, place: Place, scope: Scope) -> Iterator[ast.Node]:
    if tree.given is not None:
        yield from (ast.Probability(tree.event, None), ast.Probability(tree.given, None))
    for event in (tree.event, tree.given):
        if isinstance(event, ast.Entry):
            for new in _other_indices(event.indices[0], place, scope):
                other = replace(event, indices=(new,))
                yield replace(tree, event=other) if event == tree.event else replace(tree, given=other)
    yield replace(tree, event=_complement(tree.event))
    if tree.given is not None:
        yield replace(tree, given=_complement(tree.given))


def _complement(event: ast.Node) -> ast.Node:
    return event.operands[0] if isinstance(event, ast.Logic) else ast.Logic("not", (event,))


def other_bounds(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if not isinstance(tree, ast.Big):
        return
    for at, bound in enumerate(tree.bounds):
        if isinstance(bound, ast.Range):
            for new in _other_bounds(bound):
                yield replace(tree, bounds=(*tree.bounds[:at], new, *tree.bounds[at + 1 :]))
    free = [one.name for one in scope.symbols.values() if one.type == "index"]
    for name in free if len(tree.indices) == 1 else ():
        for operator in ("!=", "="):
            condition = ast.Compare(operator, ast.Name(tree.indices[0]), ast.Name(name))
            yield replace(tree, bounds=(None,), condition=condition)


def _other_bounds(bound: ast.Range) -> Iterator[ast.Range]:
    yield ast.Range(ast.Plus((bound.lower, ONE)) if bound.lower != ONE else TWO, bound.upper)
    yield ast.Range(bound.lower, ast.Plus((bound.upper, ast.Minus(ONE))))
    yield ast.Range(bound.lower, TWO)


def another_condition(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Cases):
        values = tuple(branch for branch, _ in tree.branches)
        conditions = tuple(condition for _, condition in tree.branches)
        yield replace(tree, branches=tuple(zip(values[::-1], conditions, strict=True)))
        for at, condition in enumerate(conditions):
            for operator in OTHER_COMPARISONS.get(condition.operator, ()):
                new = (values[at], replace(condition, operator=operator))
                yield replace(tree, branches=(*tree.branches[:at], new, *tree.branches[at + 1 :]))
            for new in (ast.Plus((values[at], ONE)), ast.Minus(ast.Plus((values[at], ONE)))):
                yield replace(tree, branches=(*tree.branches[:at], (new, condition), *tree.branches[at + 1 :]))
