"""A learner's other names for declared quantities: `p = σ(z)` is ŷ, and a derivative by p is one by ŷ."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.indices import renamed
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.steps.claims import Claim, Side
from interview_drill.formula.steps.truth import Head
from interview_drill.formula.trees import replaced


def known_as(claim: Claim, scope: Scope) -> ast.Node | None:
    """What the name that a claim defines means of what is declared: a name, or the value σ(x) of a function."""
    left, right = claim.readings[0][:2]
    if isinstance(right.tree, ast.Name):
        return right.tree
    indices = left.tree.indices if isinstance(left.tree, ast.Entry) else ()
    rank = len(claim.scope.symbols[claim.defined].parameters)
    for symbol in scope.symbols.values():
        name = _one_of(symbol, rank, scope)
        if name is not None and _equal(ast.Entry(name, indices) if indices else name, left, claim):
            return name
    return None


def _one_of(symbol: Symbol, rank: int, scope: Scope) -> ast.Node | None:
    """An abbreviation of the question with so many indices; a function of declared numbers has none at these."""
    if symbol.type != "value":
        return None
    if len(symbol.parameters) == rank:
        return ast.Name(symbol.name)
    kinds = {scope.symbols[name].type if name in scope.symbols else None for name in symbol.parameters}
    return ast.Apply(symbol.name, tuple(map(ast.Name, symbol.parameters))) if not rank and kinds == {"scalar"} else None


def _equal(tree: ast.Node, side: Side, claim: Claim) -> bool:
    try:
        return Head(claim.scope, tree, side.indices).compare(side.tree, side.indices).holds is True
    except AnswerError:
        return False


def with_declared(claim: Claim, aliases: Mapping[str, ast.Node]) -> Claim:
    """The claim with the learner's other names for declared symbols as those."""
    if not aliases:
        return claim
    readings = tuple(
        tuple(replace(side, tree=_declared(side.tree, aliases)) for side in sides) for sides in claim.readings
    )
    return replace(claim, readings=readings)


def _declared(tree: ast.Node, aliases: Mapping[str, ast.Node]) -> ast.Node:
    tree = renamed(tree, {mine: one.name for mine, one in aliases.items() if isinstance(one, ast.Name)})
    for mine, one in aliases.items():
        tree = tree if isinstance(one, ast.Name) else replaced(tree, mine, one)
    return tree
