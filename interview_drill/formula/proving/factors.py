"""Factors of rational functions, found by SymPy where a glance does not settle it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.quotient import Factor, Quotient, content
from interview_drill.formula.proving.space import Space, Undefined, ring_of

MOST_TERMS = 40
MOST_ATOMS = 12
HIGHEST_DEGREE = 12


class Product(Struct, frozen=True, eq=False):
    """constant * product of factor ** power; a factor is a slot or a primitive polynomial with a positive lead."""

    constant: Fraction
    powers: Mapping[Factor, int]


def factorise(space: Space, quotient: Quotient) -> Product:
    """Raises Undefined for zero, which has no factors."""
    if not quotient.num:
        raise Undefined("zero")
    total, powers = _polynomial(space, quotient.num)
    for factor, power in quotient.den.items():
        _include(space, powers, factor, -power)
    return Product(total, {factor: power for factor, power in powers.items() if power})


def _include(space: Space, powers: dict[Factor, int], factor: Factor, power: int) -> None:
    parts = {factor: 1} if isinstance(factor, int) else _polynomial(space, factor)[1]
    for part, times in parts.items():
        powers[part] = powers.get(part, 0) + times * power


def _polynomial(space: Space, poly: PolyElement) -> tuple[Fraction, dict[Factor, int]]:
    coefficient, powers, rest = content(space, poly)
    found: dict[Factor, int] = dict(powers)
    if not rest.is_ground:
        for factor, power in irreducible(space, rest):
            found[factor] = found.get(factor, 0) + power
    return coefficient, found


def irreducible(space: Space, poly: PolyElement) -> list[tuple[PolyElement, int]]:
    """Factors of a primitive polynomial; one that is too large stays whole, which is sound."""
    slots = space.slots(poly)
    if _settled(poly, slots):
        return [(poly, 1)]
    small = ring_of(len(slots)).from_dict({tuple(mono[s] for s in slots): value for mono, value in poly.items()})
    return [(_normal(_widened(space, factor, slots)), power) for factor, power in small.factor_list()[1]]


def _settled(poly: PolyElement, slots: list[int]) -> bool:
    """An atom that stands alone, and nowhere else, makes the whole irreducible."""
    if len(poly) > MOST_TERMS or len(slots) > MOST_ATOMS or max(sum(mono) for mono in poly) > HIGHEST_DEGREE:
        return True
    return any(stands_alone(poly, slot) for slot in slots)


def stands_alone(poly: PolyElement, slot: int) -> bool:
    """Whether the slot occurs in one term only, by itself."""
    holders = [mono for mono in poly if mono[slot]]
    return len(holders) == 1 and sum(holders[0]) == 1


def _widened(space: Space, factor: PolyElement, slots: list[int]) -> PolyElement:
    wide = {}
    for mono, value in factor.items():
        powers = dict(zip(slots, mono, strict=True))
        wide[tuple(powers.get(slot, 0) for slot in range(space.ring.ngens))] = value
    return space.ring.from_dict(wide)


def _normal(poly: PolyElement) -> PolyElement:
    primitive = poly.primitive()[1]
    return -primitive if primitive.LC < 0 else primitive
