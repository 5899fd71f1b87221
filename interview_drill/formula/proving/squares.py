"""Sums of squares: a quadratic form whose matrix is positive semidefinite is never negative.

A variance is one: expanded, its mixed terms have either sign, and only the whole shows that it is none below zero.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from sympy.polys.rings import PolyElement

from interview_drill.formula.proving.space import NONNEGATIVE, NONPOSITIVE, Space

MOST = 12
ONE = -1
"""Stands for the factor 1 in the form of a polynomial that has linear terms."""

Matrix = list[list[Fraction]]


def splits(space: Space, poly: PolyElement) -> Iterator[tuple[PolyElement, PolyElement]]:
    """(the part in atoms of either sign, the rest), where the former is of degree two in them with plain numbers.

    A constant may belong to either part: x^2 + 1 is above 1, and x^2 - 2x + 1 is a square.
    """
    either = {slot for slot in space.slots(poly) if not _settled(space, slot)}
    if not 0 < len(either) <= MOST:
        return
    inside, outside = space.ring.zero, space.ring.zero
    for mono, value in poly.items():
        here = sum(mono[slot] for slot in either)
        if here > 2 or (here and here != sum(mono)):
            return
        term = space.ring.from_dict({mono: value})
        inside, outside = (inside + term, outside) if here else (inside, outside + term)
    constant = space.ring.ground_new(poly.coeff(1))
    yield inside, outside
    yield inside + constant, outside - constant


def _settled(space: Space, slot: int) -> bool:
    return space.atoms[slot].signs <= NONNEGATIVE or space.atoms[slot].signs <= NONPOSITIVE


def never_negative(space: Space, poly: PolyElement) -> bool:
    """Whether a polynomial of degree two with plain coefficients is a sum of squares."""
    slots = [*space.slots(poly), ONE]
    matrix = [[Fraction(0)] * len(slots) for _ in slots]
    for mono, value in poly.items():
        ends = [slot for slot, power in enumerate(mono) for _ in range(power)]
        row, column = (slots.index(slot) for slot in [*ends, ONE, ONE][:2])
        share = Fraction(int(value.numerator), int(value.denominator)) / 2
        matrix[row][column] += share
        matrix[column][row] += share
    return semidefinite(matrix)


def semidefinite(matrix: Matrix) -> bool:
    """Whether a symmetric matrix of exact numbers is positive semidefinite, by elimination on its diagonal."""
    while matrix:
        (pivot, *row), *below = matrix
        if pivot < 0 or (pivot == 0 and any(row)):
            return False
        shares = [line[0] / pivot if pivot else Fraction(0) for line in below]
        matrix = [
            [value - share * above for value, above in zip(line[1:], row, strict=True)]
            for line, share in zip(below, shares, strict=True)
        ]
    return True
