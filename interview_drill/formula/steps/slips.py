"""Slips: the false equations that an authored wrong derivation makes, and whether a learner's is one of them."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.indices import renamed
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Side, claims
from interview_drill.formula.steps.forms import index_letters, renamings
from interview_drill.formula.steps.report import Derivation, Mismatch
from interview_drill.formula.steps.truth import Head


class Slip(Struct, frozen=True):
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


class Named:
    """A learner's false equation, made ready to be told from the known ones."""

    def __init__(self, found: Mismatch) -> None:
        self._found = found
        self._scope = found.claim.scope
        self._sides = tuple(Head(self._scope, side.tree, side.indices) for side in (found.head, found.side))

    def by(self, known: Slip) -> bool:
        """Whether it is this one: equal left sides, and equal wrong sides."""
        mine, theirs = (self._letters(one.head, one.side) for one in (self._found, known))
        pairs = tuple(zip(self._sides, (known.head, known.side), strict=True))
        return any(
            all(_same(head, side, naming, self._scope) for head, side in pairs) for naming in renamings(mine, theirs)
        )

    def _letters(self, head: Side, side: Side) -> tuple[str, ...]:
        return index_letters([head.tree, side.tree], self._scope, {**head.indices, **side.indices})


def _same(mine: Head, theirs: Side, naming: dict[str, str], scope: Scope) -> bool:
    tree: ast.Node = renamed(theirs.tree, {old: new for old, new in naming.items() if old != new})
    indices = {naming.get(name, name): size for name, size in theirs.indices.items()}
    indices = {name: size for name, size in indices.items() if name not in scope.symbols}
    try:
        return mine.compare(tree, indices, theirs.arrays).holds is True
    except AnswerError:
        return False
