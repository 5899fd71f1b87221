"""Slips: the false equations that an authored wrong derivation makes, and whether a learner's is one of them."""

from __future__ import annotations

from dataclasses import dataclass

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.indices import renamed
from interview_drill.formula.steps.claims import Side, claims
from interview_drill.formula.steps.forms import index_letters, renamings
from interview_drill.formula.steps.report import Derivation, Mismatch
from interview_drill.formula.steps.truth import Head


@dataclass(frozen=True)
class Slip:
    """One false equation: a side and what it is wrongly set equal to."""

    head: Side
    side: Side


def slip(text: str, derivation: Derivation) -> tuple[Slip, ...]:
    """Every false equation of an authored derivation, each side beside its chain's head. Raises AnswerError."""
    found: list[Slip] = []
    first: Side | None = None
    for claim in claims(text, derivation.scope):
        sides = claim.readings[0]
        first = first if claim.continues else sides[0]
        head = Head(claim.scope, first.tree, first.indices, derivation.constant)
        for side in sides:
            if side is not first and head.compare(side.tree, side.indices, side.arrays).holds is False:
                found.append(Slip(first, side))
    return tuple(found)


def names(known: Slip, found: Mismatch) -> bool:
    """Whether a learner's false equation is this one: equal left sides, and equal wrong sides."""
    scope = found.claim.scope
    mine = _letters(found.head, found.side, found)
    theirs = _letters(known.head, known.side, found)
    return any(
        _same(found.head, known.head, naming, scope) and _same(found.side, known.side, naming, scope)
        for naming in renamings(mine, theirs)
    )


def _letters(head: Side, side: Side, found: Mismatch) -> tuple[str, ...]:
    return index_letters([head.tree, side.tree], found.claim.scope, {**head.indices, **side.indices})


def _same(mine: Side, theirs: Side, naming: dict[str, str], scope) -> bool:
    tree: ast.Node = renamed(theirs.tree, {old: new for old, new in naming.items() if old != new})
    indices = {naming.get(name, name): size for name, size in theirs.indices.items()}
    indices = {name: size for name, size in indices.items() if name not in scope.symbols}
    try:
        return Head(scope, mine.tree, mine.indices).compare(tree, indices, theirs.arrays).holds is True
    except AnswerError:
        return False
