"""The signs that a polynomial can take, from the signs of its atoms and the facts of the case at hand.

Every answer is a set that holds all signs possible; a larger set than need be is sound.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sympy.polys.rings import PolyElement

from interview_drill.formula.proving import elimination, squares
from interview_drill.formula.proving.space import (
    ANY,
    MINUS,
    NONNEGATIVE,
    NONPOSITIVE,
    PLUS,
    ZERO,
    Space,
    ring_of,
)


def times(one: Iterable[int], other: Iterable[int]) -> frozenset[int]:
    """Signs of a product."""
    return frozenset(a * b for a in one for b in other)


def raised(signs: frozenset[int], power: int) -> frozenset[int]:
    """Signs of a power with a whole exponent."""
    return frozenset(sign if power % 2 else abs(sign) for sign in signs)


def opposite(signs: frozenset[int]) -> frozenset[int]:
    """Signs of the negative."""
    return frozenset(-sign for sign in signs)


def summed(parts: list[frozenset[int]]) -> frozenset[int]:
    """Signs that a sum can have, from those of its parts."""
    if len(parts) == 1:
        return parts[0]
    if all(part <= NONNEGATIVE for part in parts):
        return PLUS if any(part == PLUS for part in parts) else NONNEGATIVE if any(1 in p for p in parts) else ZERO
    if all(part <= NONPOSITIVE for part in parts):
        return opposite(summed([opposite(part) for part in parts]))
    return ANY


def sign_of(space: Space, poly: PolyElement) -> frozenset[int]:
    """All signs that the polynomial can take on the declared domains, under the facts of the case."""
    if not poly:
        return ZERO
    signs = summed([_term(space, mono, value) for mono, value in poly.items()])
    for look in (_by_fact, _by_unit_interval, _by_squares, _by_elimination):
        if len(signs) > 1:
            signs &= look(space, poly)
    return signs


def monomial_sign(space: Space, mono: tuple[int, ...]) -> frozenset[int]:
    """Signs of a product of powers of the space's atoms, `mono` their exponents."""
    signs = PLUS
    for slot, power in enumerate(mono):
        if power:
            signs = times(signs, raised(space.atoms[slot].signs, power))
    return signs


def _term(space: Space, mono: tuple[int, ...], value: object) -> frozenset[int]:
    return times(monomial_sign(space, mono), MINUS if value < 0 else PLUS)


def _by_fact(space: Space, poly: PolyElement) -> frozenset[int]:
    if not space.facts:
        return ANY
    primitive = poly.primitive()[1]
    same = space.facts.get(space.key(primitive), ANY)
    return same & opposite(space.facts.get(space.key(-primitive), ANY))


def _by_unit_interval(space: Space, poly: PolyElement) -> frozenset[int]:
    """Bernstein's test: with p in [0, 1] written as p / (p + q), q = 1 - p >= 0, no coefficient changes sign."""
    slots = space.slots(poly)
    units = [slot for slot in slots if space.atoms[slot].unit]
    if not units or max(sum(mono) for mono in poly) > 8 or len(units) > 6:
        return ANY
    small = _homogeneous(poly, slots, units)
    known = [space.atoms[slot].signs for slot in slots] + [_complement(space, slot) for slot in units]
    return summed([_small_term(known, mono, value) for mono, value in small.items()]) if small else ANY


def _complement(space: Space, slot: int) -> frozenset[int]:
    """The sign of 1 - p: a probability is declared inside (0, 1), where p > 0 and 1 - p > 0."""
    return PLUS if space.atoms[slot].signs == PLUS else NONNEGATIVE


def _homogeneous(poly: PolyElement, slots: list[int], units: list[int]) -> PolyElement:
    ring = ring_of(len(slots) + len(units))
    degrees = {slot: max(mono[slot] for mono in poly) for slot in units}
    result = ring.zero
    for mono, value in poly.items():
        term = ring.from_dict({(*(mono[slot] for slot in slots), *(0 for _ in units)): value})
        for place, slot in enumerate(units):
            whole = ring.gens[slots.index(slot)] + ring.gens[len(slots) + place]
            term *= whole ** (degrees[slot] - mono[slot])
        result += term
    return result


def _small_term(known: list[frozenset[int]], mono: tuple[int, ...], value: object) -> frozenset[int]:
    signs = MINUS if value < 0 else PLUS
    for place, power in enumerate(mono):
        if power:
            signs = times(signs, raised(known[place], power))
    return signs


def _by_squares(space: Space, poly: PolyElement) -> frozenset[int]:
    """A sum of squares beside terms of one sign; the same for its opposite."""
    for turned in (poly, -poly):
        for inside, outside in squares.splits(space, turned):
            if squares.never_negative(space, inside):
                signs = summed([NONNEGATIVE, *(_term(space, mono, value) for mono, value in outside.items())])
                return signs if turned is poly else opposite(signs)
    return ANY


def _by_elimination(space: Space, poly: PolyElement) -> frozenset[int]:
    """What the linear facts of the case leave possible."""
    if not space.linear:
        return ANY
    facts = [(_row(known), strict) for known, strict in space.linear]
    facts += _monomial_facts(space, [poly, *(known for known, _ in space.linear)])
    row = _row(poly)
    minus = {mono: -value for mono, value in row.items()}
    possible = set()
    if not elimination.impossible([*facts, (row, True)]):
        possible.add(1)
    if not elimination.impossible([*facts, (minus, True)]):
        possible.add(-1)
    if not elimination.impossible([*facts, (row, False), (minus, False)]):
        possible.add(0)
    return frozenset(possible)


def _row(poly: PolyElement) -> Mapping[tuple[int, ...], Fraction]:
    return {mono: Fraction(int(value.numerator), int(value.denominator)) for mono, value in poly.items()}


def _monomial_facts(space: Space, polys: list[PolyElement]) -> list[tuple[dict, bool]]:
    facts = []
    for mono in {mono for poly in polys for mono in poly if any(mono)}:
        signs = monomial_sign(space, mono)
        if signs <= NONNEGATIVE:
            facts.append(({mono: Fraction(1)}, signs == PLUS))
    return facts
