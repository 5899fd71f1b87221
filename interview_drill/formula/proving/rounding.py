"""Floors: whole parts come out, and the rest is one integer-valued atom; a ceiling is a floor."""

from __future__ import annotations

from fractions import Fraction
from math import floor as floor_of
from math import gcd as _gcd

from interview_drill.formula.proving.quotient import (
    Quotient,
    add,
    constant,
    key_of,
    negate,
    polynomial_of,
    product,
    value_of,
)
from interview_drill.formula.proving.signs import sign_of
from interview_drill.formula.proving.space import ANY, NONNEGATIVE, PLUS, Space
from interview_drill.formula.proving.terms import Term, terms_of


def floor(space: Space, argument: Quotient) -> Quotient:
    """The floor of a sum: whole terms leave it."""
    whole, rest = constant(space, 0), constant(space, 0)
    for term in terms_of(space, argument):
        out = Fraction(floor_of(term.coefficient)) if _is_whole(space, term) else Fraction(0)
        whole = add(space, whole, term.times(space, out))
        rest = add(space, rest, term.times(space, term.coefficient - out))
    number = value_of(rest)
    if number is not None:
        return add(space, whole, constant(space, floor_of(number)))
    return add(space, whole, _floor_atom(space, rest))


def _floor_atom(space: Space, rest: Quotient) -> Quotient:
    signs = NONNEGATIVE if _is_nonnegative(space, rest) else ANY
    key = ("floor", key_of(space, rest))
    return Quotient(space.polynomial(space.atom(key, signs=signs, integer=True, payload=rest)))


def _is_nonnegative(space: Space, rest: Quotient) -> bool:
    parts = [sign_of(space, polynomial_of(space, factor)) for factor in rest.den]
    return all(part == PLUS for part in parts) and sign_of(space, rest.num) <= NONNEGATIVE


def _is_whole(space: Space, term: Term) -> bool:
    return term.below.is_ground and all(
        space.atoms[slot].integer for slot, power in enumerate(term.mono) if power
    )


def ceiling(space: Space, argument: Quotient) -> Quotient:
    """ceil(a / b) = floor((a + b - 1) / b) for whole a and a whole b > 0, otherwise -floor(-x)."""
    below = product(space, argument.den)
    if _is_integral(space, argument.num) and _is_integral(space, below) and sign_of(space, below) == PLUS:
        scale = _common_denominator(argument.num)
        num = argument.num * scale + below * scale - 1
        return floor(space, Quotient(num.quo_ground(scale), argument.den))
    return negate(floor(space, negate(argument)))


def _is_integral(space: Space, poly: object) -> bool:
    return all(space.atoms[slot].integer for slot in space.slots(poly))


def _common_denominator(poly: object) -> int:
    scale = 1
    for value in poly.values():
        scale *= int(value.denominator) // _gcd(scale, int(value.denominator))
    return scale
