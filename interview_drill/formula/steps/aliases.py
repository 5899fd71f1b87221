"""A learner's other names for declared quantities: `p = σ(z)` is ŷ, and a derivative by p is one by ŷ."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.indices import renamed
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Claim, Side
from interview_drill.formula.steps.truth import Head


def known_as(claim: Claim, scope: Scope) -> str | None:
    """The declared symbol that the name defined by a claim means, if any."""
    left, right = claim.readings[0][:2]
    if isinstance(right.tree, ast.Name):
        return right.tree.name
    indices = left.tree.indices if isinstance(left.tree, ast.Entry) else ()
    rank = len(claim.scope.symbols[claim.defined].parameters)
    for symbol in scope.symbols.values():
        if symbol.type == "value" and len(symbol.parameters) == rank:
            name = ast.Name(symbol.name)
            if _equal(ast.Entry(name, indices) if indices else name, left, claim):
                return symbol.name
    return None


def _equal(tree: ast.Node, side: Side, claim: Claim) -> bool:
    try:
        return Head(claim.scope, tree, side.indices).compare(side.tree, side.indices).holds is True
    except AnswerError:
        return False


def with_declared(claim: Claim, aliases: Mapping[str, str]) -> Claim:
    """The claim with the learner's other names for declared symbols as those."""
    if not aliases:
        return claim
    readings = tuple(
        tuple(replace(side, tree=renamed(side.tree, aliases)) for side in sides) for sides in claim.readings
    )
    return replace(claim, readings=readings)
