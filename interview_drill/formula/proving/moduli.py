"""Moduli, signs and maxima: |f| is an atom with |f|^2 = f^2, [f > 0] and [f < 0] are idempotent atoms.

An identity that needs more than these rules is settled by a case for each sign of f: every f stands in
`space.splittable`, in the order of discovery.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.factors import factorise
from interview_drill.formula.proving.quotient import (
    Factor,
    Quotient,
    add,
    constant,
    key_of,
    lowest,
    multiply,
    negate,
    polynomial_of,
    power_of,
    subtract,
)
from interview_drill.formula.proving.signs import sign_of
from interview_drill.formula.proving.space import NONNEGATIVE, NONPOSITIVE, PLUS, Space


def modulus(space: Space, argument: Quotient) -> Quotient:
    """|argument|, factor by factor."""
    if not argument.num:
        return argument
    parts = factorise(space, argument)
    result = constant(space, abs(parts.constant))
    for factor, exponent in parts.powers.items():
        part = polynomial_of(space, factor) if exponent % 2 == 0 else modulus_of_factor(space, factor)
        result = multiply(space, result, power_of(space, Quotient(part), exponent))
    return result


def modulus_of_factor(space: Space, factor: Factor) -> PolyElement:
    """|factor| as a polynomial: the factor, its negative, or an atom."""
    poly = polynomial_of(space, factor)
    signs = sign_of(space, poly)
    if signs <= NONNEGATIVE:
        return poly
    if signs <= NONPOSITIVE:
        return -poly
    key = _noted(space, poly)
    atom = space.atom(("abs", key), signs=NONNEGATIVE if 0 in signs else PLUS, payload=poly)
    space.rule(atom, 2, space.reduce(poly**2))
    return space.polynomial(atom)


def _noted(space: Space, poly: PolyElement) -> tuple:
    key = space.key(poly)
    space.splittable.setdefault(key, poly)
    return key


def indicators(space: Space, poly: PolyElement) -> tuple[PolyElement, PolyElement]:
    """[poly > 0] and [poly < 0] as polynomials. In an "almost everywhere" proof, poly is never zero."""
    signs = sign_of(space, poly)
    above = _indicator(space, "above", poly, 1 in signs, signs <= PLUS)
    if (len(signs) == 2 and 0 not in signs) or (space.almost and not _discrete(space, poly)):
        return above, space.ring.one - above
    below = _indicator(space, "below", poly, -1 in signs, signs <= frozenset((-1,)))
    _exclude(space, above, below)
    return above, below


def _discrete(space: Space, poly: PolyElement) -> bool:
    return all(space.atoms[slot].integer for slot in space.slots(poly))


def _indicator(space: Space, kind: str, poly: PolyElement, possible: bool, certain: bool) -> PolyElement:
    if certain or not possible:
        return space.ring.one if certain else space.ring.zero
    atom = space.atom((kind, _noted(space, poly)), signs=NONNEGATIVE, integer=True, unit=True, payload=poly)
    space.rule(atom, 2, space.polynomial(atom))
    return space.polynomial(atom)


def _exclude(space: Space, above: PolyElement, below: PolyElement) -> None:
    if not above.is_ground and not below.is_ground:
        pair = (space.slots(above)[0], space.slots(below)[0])
        if pair not in space.disjoint:
            space.disjoint.append(pair)


def sign(space: Space, argument: Quotient) -> Quotient:
    """-1, 0 or 1 as a polynomial in indicators."""
    if not argument.num:
        return argument
    parts = factorise(space, argument)
    result = constant(space, -1 if parts.constant < 0 else 1)
    for factor, exponent in parts.powers.items():
        above, below = indicators(space, polynomial_of(space, factor))
        result = multiply(space, result, power_of(space, Quotient(above - below), 1 if exponent % 2 else 2))
    return result


def maximum(space: Space, arguments: Sequence[Quotient]) -> Quotient:
    """max(a, b) = (a + b + |a - b|) / 2, repeated ones dropped."""
    distinct = {key_of(space, one): one for one in (lowest(space, argument) for argument in arguments)}
    first, *others = [one for _, one in sorted(distinct.items())]
    for other in others:
        first = _larger(space, first, other)
    return first


def _larger(space: Space, one: Quotient, other: Quotient) -> Quotient:
    total = add(space, add(space, one, other), modulus(space, subtract(space, one, other)))
    return multiply(space, constant(space, Fraction(1, 2)), total)


def minimum(space: Space, arguments: Sequence[Quotient]) -> Quotient:
    """The smallest of the arguments."""
    return negate(maximum(space, [negate(argument) for argument in arguments]))
