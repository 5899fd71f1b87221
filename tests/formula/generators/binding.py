"""Identities of what binds or abbreviates: sums, their bounds and letters, definitions, events."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.trees import walk
from tests.formula.generators.names import ONE, TWO, Names
from tests.formula.generators.places import Place, renamed


def bound_names(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Big) and tree.indices:
        others = [letter for letter in names.fresh(tree) if letter not in place.bound]
        yield from (renamed(tree, {tree.indices[0]: letter}) for letter in others[:2])


def bounds(place: Place, names: Names) -> Iterator[ast.Node]:
    """Bounds that the declared symbols settle, left out or written."""
    tree = place.tree
    if not isinstance(tree, ast.Big) or len(tree.indices) != 1:
        return
    if tree.bounds[0] is not None:
        yield replace(tree, bounds=(None,))
        return
    for entry in walk(tree.body):
        symbol = names.symbol(entry) if isinstance(entry, ast.Entry) else None
        for at, index in enumerate(entry.indices) if symbol is not None else ():
            if index == ast.Name(tree.indices[0]) and at < len(symbol.shape):
                yield replace(tree, bounds=(_written_out(symbol, symbol.shape[at]),))
                return


def _written_out(symbol: object, size: str) -> ast.Range:
    upper = ast.Name(size) if symbol.start == 1 else ast.Plus((ast.Name(size), ast.Minus(ONE)))
    return ast.Range(ast.Number(Fraction(symbol.start)), upper)


def sums(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if not isinstance(tree, ast.Big) or tree.operator != "sum" or len(tree.indices) != 1:
        return
    body = tree.body
    yield ast.Minus(replace(tree, body=ast.Minus(body)))
    yield ast.Over(replace(tree, body=ast.Times((TWO, body), "dot")), TWO)
    if isinstance(body, ast.Plus):
        yield ast.Plus(tuple(_sum_of(tree, term) for term in body.terms))


def _sum_of(tree: ast.Big, term: ast.Node) -> ast.Node:
    if isinstance(term, ast.Minus):
        return ast.Minus(replace(tree, body=term.operand))
    return replace(tree, body=term)


def minus_through_sum(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Minus) and isinstance(tree.operand, ast.Big) and tree.operand.operator == "sum":
        yield replace(tree.operand, body=ast.Minus(tree.operand.body))
    if isinstance(tree, ast.Times) and isinstance(tree.factors[-1], ast.Big) and tree.factors[-1].operator == "sum":
        total = tree.factors[-1]
        yield replace(total, body=ast.Times((*tree.factors[:-1], total.body), tree.sign))


def norms(place: Place, names: Names) -> Iterator[ast.Node]:
    """A sum of squares or moduli over a whole vector is a norm."""
    tree = place.tree
    if not isinstance(tree, ast.Big) or tree.bounds != (None,) or tree.operator != "sum":
        return
    body = tree.body
    inner = body.base if isinstance(body, ast.Power) else body.arguments[0] if isinstance(body, ast.Apply) else None
    if not isinstance(inner, ast.Entry) or inner.indices != (ast.Name(tree.indices[0]),):
        return
    if isinstance(body, ast.Power) and body.exponent == TWO:
        yield ast.Power(ast.Norm(inner.base, TWO), TWO)
        yield ast.Times((ast.Transpose(inner.base), inner.base))
    if isinstance(body, ast.Apply) and body.function == "abs":
        yield ast.Norm(inner.base, ONE)


def definitions(place: Place, names: Names) -> Iterator[ast.Node]:
    """An abbreviation replaced by what it stands for, with bound letters that nobody else uses."""
    tree, symbol = place.tree, names.symbol(place.tree)
    if not isinstance(tree, ast.Name | ast.Entry) or symbol is None or symbol.type != "value" or symbol.answer:
        return
    indices = tree.indices if isinstance(tree, ast.Entry) else ()
    if len(indices) != len(symbol.parameters) or not all(isinstance(index, ast.Name) for index in indices):
        return
    inner = [name for node in walk(symbol.value) if isinstance(node, ast.Big) for name in node.indices]
    letters = [letter for letter in names.fresh(symbol.value) if letter not in place.bound]
    fresh = renamed(symbol.value, dict(zip(dict.fromkeys(inner), letters, strict=False)))
    yield renamed(fresh, dict(zip(symbol.parameters, (index.name for index in indices), strict=True)))


def deltas(place: Place, names: Names) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Apply) and place.tree.function == "delta":
        yield ast.Apply("indicator", (ast.Compare("=", *place.tree.arguments),))


def events(place: Place, names: Names) -> Iterator[ast.Node]:
    """Complements, and total probability where an event and its complement are all."""
    tree = place.tree
    if not isinstance(tree, ast.Probability):
        return
    if isinstance(tree.event, ast.Logic):
        yield ast.Plus((ONE, ast.Minus(replace(tree, event=tree.event.operands[0]))))
    elif isinstance(tree.event, ast.Name):
        yield ast.Plus((ONE, ast.Minus(replace(tree, event=ast.Logic("not", (tree.event,))))))
    if tree == ast.Probability(ast.Name("B"), None) and not names.scope.symbols["A"].shape:
        cases = (ast.Name("A"), ast.Logic("not", (ast.Name("A"),)))
        yield ast.Plus(
            tuple(ast.Times((ast.Probability(tree.event, one), ast.Probability(one, None))) for one in cases)
        )


IDENTITIES = (bound_names, bounds, sums, minus_through_sum, norms, definitions, deltas, events)
