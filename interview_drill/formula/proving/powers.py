"""Exponentials, logarithms and powers of positives.

exp(a + b) = exp(a) exp(b), with exp(m/q) a positive atom for each term's monomial m; log of a product is a sum over
its irreducible factors; a root is an atom of one irreducible positive factor. Where an argument has to be positive and
is not known to be, the log of its modulus is taken and the demand noted in `space.required`.
"""

from __future__ import annotations

from fractions import Fraction

from sympy import factorint
from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.factors import Product, factorise
from interview_drill.formula.proving.moduli import modulus_of_factor
from interview_drill.formula.proving.quotient import (
    Factor,
    Quotient,
    add,
    constant,
    key_of,
    lowest,
    multiply,
    polynomial_of,
    power_of,
    value_of,
)
from interview_drill.formula.proving.signs import opposite, raised, sign_of, times
from interview_drill.formula.proving.space import (
    ANY,
    MINUS,
    NONNEGATIVE,
    PLUS,
    Space,
    Undefined,
    Unsupported,
)
from interview_drill.formula.proving.terms import Term, terms_of

LARGEST_FACTORED = 2**48


def exponential(space: Space, argument: Quotient) -> Quotient:
    """exp of a sum, as a product of powers of the exponentials of its terms."""
    result = constant(space, 1)
    for term in terms_of(space, argument):
        result = multiply(space, result, _exponential_of_term(space, term))
    return result


def _exponential_of_term(space: Space, term: Term) -> Quotient:
    logarithm_atom = _single(space, term, "log")
    if logarithm_atom is not None:
        return power(space, Quotient(logarithm_atom), constant(space, term.coefficient))
    unit = space.session.unit(("exp", term.key), term.coefficient.denominator)
    step = Fraction(1, unit)
    atom = space.atom(("exp", term.key, unit), signs=PLUS, payload=term.times(space, step))
    return power_of(space, Quotient(space.polynomial(atom)), int(term.coefficient / step))


def _single(space: Space, term: Term, kind: str) -> PolyElement | None:
    """The payload of the atom that the term is a multiple of, if it is one of that kind."""
    if sum(term.mono) != 1 or not term.below.is_ground:
        return None
    atom = space.atoms[term.mono.index(1)]
    return atom.payload if atom.kind == kind else None


def logarithm(space: Space, argument: Quotient) -> Quotient:
    """log of a product, as a sum; that it is positive is noted. Raises Undefined where it never is."""
    parts = factorise(space, argument)
    _require(space, "log", parts)
    result = _logarithm_of_number(space, abs(parts.constant))
    for factor, exponent in parts.powers.items():
        scaled = multiply(space, constant(space, exponent), _logarithm_of_factor(space, factor))
        result = add(space, result, scaled)
    return result


def _require(space: Space, what: str, parts: Product) -> None:
    """Notes that a product has to be positive, unless it is known to be; Undefined where it never is."""
    signs = MINUS if parts.constant < 0 else PLUS
    unsure: dict[Factor, int] = {}
    for factor, exponent in parts.powers.items():
        known = raised(sign_of(space, polynomial_of(space, factor)), exponent)
        if not known <= NONNEGATIVE and not opposite(known) <= NONNEGATIVE:
            unsure[factor] = 1
        signs = times(signs, known)
    if 1 not in signs:
        raise Undefined(what)
    if -1 in signs:
        lead = -1 if _turned(space, parts, unsure) else 1
        names = sorted(space.key(polynomial_of(space, factor)) for factor in unsure)
        space.required.add(("positive", lead, *names))


def _turned(space: Space, parts: Product, unsure: dict[Factor, int]) -> bool:
    """Whether the factors of known sign make a negative product."""
    negative = parts.constant < 0
    for factor, exponent in parts.powers.items():
        if factor not in unsure and exponent % 2 and -1 in sign_of(space, polynomial_of(space, factor)):
            negative = not negative
    return negative


def _logarithm_of_number(space: Space, number: Fraction) -> Quotient:
    result = constant(space, 0)
    for base, exponent in _primes(number).items():
        payload = space.ring.ground_new(base)
        atom = space.atom(("log", base), signs=PLUS, payload=payload)
        result = add(space, result, multiply(space, constant(space, exponent), Quotient(space.polynomial(atom))))
    return result


def _primes(number: Fraction) -> dict[int, int]:
    """Prime powers; a part too large to be factored at once stays whole."""
    found: dict[int, int] = {}
    for part, sign in ((number.numerator, 1), (number.denominator, -1)):
        powers = factorint(part) if part < LARGEST_FACTORED else {part: 1}
        for prime, exponent in powers.items():
            if prime != 1:
                found[int(prime)] = found.get(int(prime), 0) + sign * int(exponent)
    return found


def _logarithm_of_factor(space: Space, factor: Factor) -> Quotient:
    if isinstance(factor, int):
        atom = space.atoms[factor]
        if atom.kind == "exp":
            return atom.payload
        if atom.kind == "root":
            return multiply(space, constant(space, atom.payload), logarithm(space, Quotient(space.rules[factor][1])))
    positive = modulus_of_factor(space, factor)
    atom = space.atom(("log", space.key(positive)), signs=_sign_of_logarithm(space, positive), payload=positive)
    return Quotient(space.polynomial(atom))


def _sign_of_logarithm(space: Space, positive: PolyElement) -> frozenset[int]:
    return sign_of(space, positive - 1) if len(positive) == 1 else ANY


def power(space: Space, base: Quotient, exponent: Quotient) -> Quotient:
    """base ** exponent on the reals; an exponent that is no constant needs a base that is positive."""
    number = value_of(exponent)
    if number is None:
        return _general(space, base, exponent)
    if number.denominator == 1:
        return power_of(space, base, int(number))
    return _fractional(space, base, number)


def _general(space: Space, base: Quotient, exponent: Quotient) -> Quotient:
    if _is_positive(space, base):
        return exponential(space, multiply(space, exponent, logarithm(space, base)))
    base, exponent = lowest(space, base), lowest(space, exponent)
    key = ("power", key_of(space, base), key_of(space, exponent))
    space.required.add(key)
    return Quotient(space.polynomial(space.atom(key)))


def _is_positive(space: Space, base: Quotient) -> bool:
    if not base.num:
        raise Unsupported("zero-to-a-power")
    parts = factorise(space, base)
    signs = MINUS if parts.constant < 0 else PLUS
    for factor, exponent in parts.powers.items():
        signs = times(signs, raised(sign_of(space, polynomial_of(space, factor)), exponent))
    return signs == PLUS


def _fractional(space: Space, base: Quotient, exponent: Fraction) -> Quotient:
    if not base.num:
        return _power_of_zero(space, exponent)
    parts = factorise(space, base)
    _require(space, "root", parts)
    result = constant(space, 1)
    for prime, times_ in _primes(abs(parts.constant)).items():
        result = multiply(space, result, _root(space, space.ring.ground_new(prime), times_ * exponent))
    for factor, times_ in parts.powers.items():
        result = multiply(space, result, _power_of_factor(space, factor, times_ * exponent))
    return result


def _power_of_zero(space: Space, exponent: Fraction) -> Quotient:
    if exponent < 0:
        raise Undefined("division")
    return constant(space, 0)


def _power_of_factor(space: Space, factor: Factor, exponent: Fraction) -> Quotient:
    """|factor| ** exponent, the factor's own sign being settled by the caller."""
    if isinstance(factor, int):
        atom = space.atoms[factor]
        if atom.kind == "exp":
            return exponential(space, multiply(space, constant(space, exponent), atom.payload))
        if atom.kind == "root":
            return _fractional(space, Quotient(space.rules[factor][1]), exponent * atom.payload)
    return _root(space, modulus_of_factor(space, factor), exponent)


def _root(space: Space, positive: PolyElement, exponent: Fraction) -> Quotient:
    unit = space.session.unit(("root",), exponent.denominator)
    whole, rest = divmod(exponent, 1)
    result = power_of(space, Quotient(positive), int(whole))
    steps = int(rest * unit)
    if not steps:
        return result
    atom = _root_atom(space, positive, unit)
    return multiply(space, result, Quotient(space.reduce(space.polynomial(atom) ** steps)))


def _root_atom(space: Space, positive: PolyElement, unit: int) -> object:
    signs = sign_of(space, positive) & NONNEGATIVE
    atom = space.atom(("root", space.key(positive), unit), signs=signs, payload=Fraction(1, unit))
    space.rule(atom, unit, positive)
    return atom
