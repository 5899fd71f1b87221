"""What is to be shown, as it came over the pipe, and the cases it is taken apart into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from interview_drill.formula.proving.space import ANY, NONNEGATIVE, PLUS


class Assumption(Struct, frozen=True):
    """What holds of a symbol: its possible signs, whether it is a whole number, whether it lies in [0, 1]."""

    signs: frozenset[int] = ANY
    integer: bool = False
    unit: bool = False


ASSUMPTIONS = {
    "real": Assumption(),
    "positive": Assumption(PLUS),
    "nonnegative": Assumption(NONNEGATIVE),
    "unit": Assumption(NONNEGATIVE, unit=True),
    "probability": Assumption(PLUS, unit=True),
    "integer": Assumption(integer=True),
    "nonneg-integer": Assumption(NONNEGATIVE, integer=True),
    "positive-integer": Assumption(PLUS, integer=True),
    "nonzero": Assumption(frozenset((-1, 1))),
}


class Goal(Struct, frozen=True):
    """`substitutions` replace symbols before anything else; `almost` leaves out where a sign's argument is zero."""

    left: Sequence
    right: Sequence
    symbols: Mapping[str, str]
    substitutions: Mapping[str, Sequence] = {}
    almost: bool = False

    def assumption(self, name: str) -> Assumption:
        return ASSUMPTIONS[self.symbols.get(name, "real")]

    def is_constant(self, name: str) -> bool:
        return name in ("pi", "e") and name not in self.symbols


class Case(Struct, frozen=True):
    """The sign facts of a case by polynomial, and the symbols that an equation of the case removes."""

    facts: Mapping[tuple, frozenset[int]] = {}
    solved: Mapping[str, Sequence] = {}
