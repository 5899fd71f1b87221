"""Sums in an argument, taken apart: exp, sin and cos turn each term into one named atom, a multiple of a unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.factors import factorise
from interview_drill.formula.proving.quotient import Factor, Quotient, lowest, product
from interview_drill.formula.proving.space import Key, Space

ONE: Key = ()


class Term(Struct, frozen=True, eq=False):
    """coefficient * mono / below; `key` names mono / below in every attempt of the session."""

    coefficient: Fraction
    mono: tuple[int, ...]
    below: PolyElement
    key: Key

    def times(self, space: Space, coefficient: Fraction) -> Quotient:
        below: dict[Factor, int] = {} if self.below.is_ground else {self.below: 1}
        value = space.ring.domain.convert(coefficient.numerator) / coefficient.denominator
        return Quotient(space.ring.from_dict({self.mono: value}) if coefficient else space.ring.zero, below)


def terms_of(space: Space, quotient: Quotient) -> Iterator[Term]:
    """The terms of the quotient, its polynomial part first; the same function has the same terms."""
    if not quotient.num:
        return
    quotient = _factored(space, quotient)
    below = product(space, quotient.den)
    whole, rest = _divided(space, quotient.num, below)
    for part, under in ((whole, space.ring.one), (rest, below)):
        for mono, value in sorted(part.items()):
            coefficient = Fraction(int(value.numerator), int(value.denominator))
            key = (space.monomial_key(mono), ONE if under.is_ground else space.key(under))
            yield Term(coefficient, mono, under, key)


def _factored(space: Space, quotient: Quotient) -> Quotient:
    if all(isinstance(factor, int) for factor in quotient.den):
        return quotient
    powers = factorise(space, Quotient(space.ring.one, quotient.den)).powers
    return lowest(space, Quotient(quotient.num, {factor: -power for factor, power in powers.items()}))


def _divided(space: Space, num: PolyElement, below: PolyElement) -> tuple[PolyElement, PolyElement]:
    if below.is_ground:
        return num.quo_ground(below.LC), space.ring.zero
    return num.div(below)
