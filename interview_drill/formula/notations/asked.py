"""Which quantities of the catalogue a form asks for, as the names of its answer say."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from interview_drill.formula.notations import lefts, quantities
from interview_drill.formula.notations.derivatives import Quotient
from interview_drill.formula.notations.tokens import Token


class Asked(Struct, frozen=True):
    """Places in the catalogue: quantities that are asked for, slopes (`f'`) that are, and what a derivative is of."""

    heads: frozenset[int] = frozenset()
    slopes: frozenset[int] = frozenset()
    above: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        return self.heads | self.slopes | self.above


def asked(names: Iterable[tuple[Token, ...]], quotients: Iterable[Quotient]) -> Asked:
    """What the spellings of an answer, and the derivatives among them, say."""
    heads: set[int] = set()
    slopes: set[int] = set()
    for tokens in names:
        found = lefts.word(tokens)
        (slopes if found.endswith("'") else heads).update(quantities.named(found.rstrip("'")))
    above = {place for one in quotients if one.above for place in quantities.named(lefts.word(one.above))}
    return Asked(frozenset(heads), frozenset(slopes), frozenset(above))
