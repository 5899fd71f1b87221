"""Sines and cosines of sums: each term of the angle is a multiple of a unit, with sin^2 = 1 - cos^2."""

from __future__ import annotations

from fractions import Fraction

from interview_drill.formula.proving.powers import power
from interview_drill.formula.proving.quotient import Quotient, add, constant, multiply, negate, subtract
from interview_drill.formula.proving.space import Space, Unsupported
from interview_drill.formula.proving.terms import Term, terms_of

MOST_MULTIPLES = 24

# cos of k pi / 12 for the multiples that one square root expresses: (root, factor).
COSINES = {0: (1, Fraction(1)), 2: (3, Fraction(1, 2)), 3: (2, Fraction(1, 2)), 4: (1, Fraction(1, 2)), 6: (1, 0)}

Pair = tuple[Quotient, Quotient]


def sine_and_cosine(space: Space, argument: Quotient) -> Pair:
    """(sin, cos) of a sum, term by term by the addition theorems."""
    total = constant(space, 0), constant(space, 1)
    for term in terms_of(space, argument):
        total = _rotated(space, total, _of_term(space, term))
    return total


def _rotated(space: Space, one: Pair, other: Pair) -> Pair:
    """sin(a + b) and cos(a + b)."""
    sine = add(space, multiply(space, one[0], other[1]), multiply(space, one[1], other[0]))
    cosine = subtract(space, multiply(space, one[1], other[1]), multiply(space, one[0], other[0]))
    return sine, cosine


def _of_term(space: Space, term: Term) -> Pair:
    exact = _turn(space, term)
    if exact is not None:
        return exact
    unit = space.session.unit(("angle", term.key), term.coefficient.denominator)
    times = int(term.coefficient * unit)
    if abs(times) > MOST_MULTIPLES:
        raise Unsupported("angle")
    sine, cosine = _atoms(space, term, unit)
    return _multiple(space, (negate(sine) if times < 0 else sine, cosine), abs(times))


def _atoms(space: Space, term: Term, unit: int) -> Pair:
    payload = term.times(space, Fraction(1, unit))
    cosine = space.polynomial(space.atom(("cos", term.key, unit), payload=payload))
    sine = space.atom(("sin", term.key, unit), payload=payload)
    space.rule(sine, 2, 1 - cosine**2)
    return Quotient(space.polynomial(sine)), Quotient(cosine)


def _multiple(space: Space, pair: Pair, times: int) -> Pair:
    total = pair
    for _ in range(times - 1):
        total = _rotated(space, total, pair)
    return total


def _turn(space: Space, term: Term) -> Pair | None:
    """The exact values at multiples of pi that have short ones."""
    if sum(term.mono) != 1 or space.atoms[term.mono.index(1)].kind != "pi":
        return None
    twelfths = term.coefficient * 12
    if twelfths.denominator != 1 or int(twelfths) % 12 in (1, 5, 7, 11):
        return None
    return _cosine_of(space, int(twelfths) - 6), _cosine_of(space, int(twelfths))


def _cosine_of(space: Space, twelfths: int) -> Quotient:
    place = twelfths % 24
    place = min(place, 24 - place)
    root, factor = COSINES[min(place, 12 - place)]
    value = power(space, constant(space, root), constant(space, Fraction(1, 2)))
    return multiply(space, constant(space, -factor if place > 6 else factor), value)
