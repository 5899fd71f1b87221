"""Rational functions as a numerator over a product of named factors.

The denominator stays a product, so that a common denominator is a maximum of powers and no greatest common divisor
is ever taken; a key of `den` is the slot of an atom, or a primitive polynomial of two or more terms.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from sympy import QQ
from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.space import Space, Split, Undefined, Unsupported

Factor = int | PolyElement

LARGEST_POWER = 64
LARGEST_SIZE = 3000


class Quotient(Struct, frozen=True, eq=False):
    """A polynomial `num` over a product of powers: `den` is factor -> exponent."""

    num: PolyElement
    den: Mapping[Factor, int] = {}


def constant(space: Space, value: Fraction | int) -> Quotient:
    """A rational number."""
    value = Fraction(value)
    return Quotient(space.ring.ground_new(QQ(value.numerator, value.denominator)))


def value_of(quotient: Quotient) -> Fraction | None:
    """The rational number that it is, or None."""
    if quotient.den or not quotient.num.is_ground:
        return None
    coefficient = quotient.num.ring.domain.convert(quotient.num.coeff(1))
    return Fraction(int(coefficient.numerator), int(coefficient.denominator))


def polynomial_of(space: Space, factor: Factor) -> PolyElement:
    """A factor as a polynomial; a number names an atom."""
    return space.ring.gens[factor] if isinstance(factor, int) else factor


def product(space: Space, powers: Mapping[Factor, int]) -> PolyElement:
    """The product of powers of factors, simplified by the space's rules."""
    result = space.ring.one
    for factor, power in powers.items():
        if power:
            result = space.reduce(result * polynomial_of(space, factor) ** power)
    return result


def tidy(space: Space, num: PolyElement, den: Mapping[Factor, int]) -> Quotient:
    """Cancels the powers of single atoms, which is cheap; whole factors cancel in `lowest` alone."""
    if len(num) > LARGEST_SIZE:
        raise Unsupported("terms")
    if not num:
        return Quotient(num)
    shared = {factor: _shared(num, factor, power) for factor, power in den.items() if isinstance(factor, int)}
    if any(shared.values()):
        num = _divided(space, num, shared)
        den = {factor: power - shared.get(factor, 0) for factor, power in den.items()}
    return Quotient(num, {factor: power for factor, power in den.items() if power})


def _shared(num: PolyElement, slot: int, power: int) -> int:
    return min(power, min(mono[slot] for mono in num))


def _divided(space: Space, num: PolyElement, shared: Mapping[Factor, int]) -> PolyElement:
    less = [shared.get(slot, 0) for slot in range(space.ring.ngens)]
    return space.ring.from_dict(
        {tuple(a - b for a, b in zip(mono, less, strict=True)): value for mono, value in num.items()}
    )


def add(space: Space, one: Quotient, other: Quotient) -> Quotient:
    """The sum over a common denominator."""
    if one.den == other.den:
        return tidy(space, one.num + other.num, one.den)
    common = {factor: max(one.den.get(factor, 0), other.den.get(factor, 0)) for factor in {**one.den, **other.den}}
    return tidy(space, _over(space, one, common) + _over(space, other, common), common)


def _over(space: Space, quotient: Quotient, common: Mapping[Factor, int]) -> PolyElement:
    missing = {factor: power - quotient.den.get(factor, 0) for factor, power in common.items()}
    return space.reduce(quotient.num * product(space, missing))


def multiply(space: Space, one: Quotient, other: Quotient) -> Quotient:
    """The product. Raises Unsupported where it would have too many terms."""
    den = dict(one.den)
    for factor, power in other.den.items():
        den[factor] = den.get(factor, 0) + power
    if len(one.num) * len(other.num) > LARGEST_SIZE * 30:
        raise Unsupported("terms")
    return tidy(space, space.reduce(one.num * other.num), den)


def negate(quotient: Quotient) -> Quotient:
    """The negative."""
    return Quotient(-quotient.num, quotient.den)


def subtract(space: Space, one: Quotient, other: Quotient) -> Quotient:
    """The difference."""
    return add(space, one, negate(other))


def content(space: Space, poly: PolyElement) -> tuple[Fraction, dict[int, int], PolyElement]:
    """coefficient, powers of single atoms, and a primitive rest whose leading coefficient is positive."""
    coefficient, rest = poly.primitive()
    if rest.LC < 0:
        coefficient, rest = -coefficient, -rest
    powers = {slot: min(mono[slot] for mono in rest) for slot in space.slots(rest)}
    powers = {slot: power for slot, power in powers.items() if power}
    if powers:
        rest = _divided(space, rest, powers)
    return Fraction(int(coefficient.numerator), int(coefficient.denominator)), powers, rest


def invert(space: Space, quotient: Quotient) -> Quotient:
    """1 / quotient. A root in the denominator moves up; Split where a modulus or indicator could make it zero."""
    if not quotient.num:
        raise Undefined("division")
    coefficient, powers, rest = content(space, quotient.num)
    _demand_regular(space, powers, rest)
    num = constant(space, 1 / coefficient).num * product(space, quotient.den)
    den: dict[Factor, int] = {} if rest.is_ground else {rest: 1}
    result = tidy(space, space.reduce(num), den)
    for slot, power in powers.items():
        result = multiply(space, result, _reciprocal(space, slot, power))
    return result


def _demand_regular(space: Space, powers: Mapping[int, int], rest: PolyElement) -> None:
    """A product of moduli or indicators can vanish on half a line, where no polynomial does."""
    for slot in [*space.slots(rest), *(slot for slot in powers if space.atoms[slot].kind != "abs")]:
        if space.atoms[slot].kind in ("abs", "above", "below"):
            raise Split(space.key(space.atoms[slot].payload))


def _reciprocal(space: Space, slot: int, power: int) -> Quotient:
    if space.atoms[slot].kind != "root":
        return Quotient(space.ring.one, {slot: power})
    degree, value = space.rules[slot]
    times = -(-power // degree)
    inner = invert(space, power_of(space, Quotient(value), times))
    return multiply(space, Quotient(space.ring.gens[slot] ** (times * degree - power)), inner)


def power_of(space: Space, base: Quotient, power: int) -> Quotient:
    """base ** power for an integer power."""
    if power < 0:
        return power_of(space, invert(space, base), -power)
    if not power and not base.num:
        raise Undefined("0^0")
    _demand_small(base.num, power)
    den = {factor: exponent * power for factor, exponent in base.den.items() if power}
    return tidy(space, space.reduce(base.num**power), den)


def _demand_small(num: PolyElement, power: int) -> None:
    if len(num) > 1 and power > LARGEST_POWER:
        raise Unsupported("power")
    bits = max((abs(int(part)).bit_length() for c in num.values() for part in (c.numerator, c.denominator)), default=1)
    if power > 10**6 or (bits - 1) * power > 20_000:
        raise Unsupported("power")


def lowest(space: Space, quotient: Quotient) -> Quotient:
    """The same function with whole factors cancelled where they divide the numerator."""
    num, den = quotient.num, {}
    for factor, power in quotient.den.items():
        while power and not isinstance(factor, int) and _may_divide(space, factor, num):
            whole, rest = num.div(factor)
            if rest:
                break
            num, power = whole, power - 1
        den[factor] = power
    return tidy(space, num, den)


def _may_divide(space: Space, factor: PolyElement, num: PolyElement) -> bool:
    return set(space.slots(factor)) <= set(space.slots(num))


def key_of(space: Space, quotient: Quotient) -> tuple:
    """What is equal for quotients that are written alike; hashable."""
    return space.key(quotient.num), space.key(product(space, quotient.den))
