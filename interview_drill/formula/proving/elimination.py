"""Fourier-Motzkin elimination: can a handful of linear inequalities hold together?

A row is {monomial: coefficient}, its constant under the monomial without powers; (row, strict) says row > 0 or
row >= 0. Monomials count as independent unknowns, so "impossible" is a proof and "possible" is not.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

Row = Mapping[tuple[int, ...], Fraction]
Inequality = tuple[Row, bool]

MOST_ROWS = 120


def impossible(rows: list[Inequality]) -> bool:
    """True only if the inequalities contradict each other."""
    while True:
        if any(_absurd(row, strict) for row, strict in rows):
            return True
        unknown = _next_unknown(rows)
        if unknown is None or len(rows) > MOST_ROWS:
            return False
        rows = _eliminated(rows, unknown)


def _absurd(row: Row, strict: bool) -> bool:
    if any(any(mono) for mono in row):
        return False
    value = sum(row.values(), Fraction(0))
    return value < 0 or (strict and value == 0)


def _next_unknown(rows: list[Inequality]) -> tuple[int, ...] | None:
    unknowns = {mono for row, _ in rows for mono in row if any(mono)}
    return min(unknowns, key=lambda mono: (_cost(rows, mono), mono), default=None)


def _cost(rows: list[Inequality], unknown: tuple[int, ...]) -> int:
    above = sum(row.get(unknown, 0) > 0 for row, _ in rows)
    return above * sum(row.get(unknown, 0) < 0 for row, _ in rows)


def _eliminated(rows: list[Inequality], unknown: tuple[int, ...]) -> list[Inequality]:
    above = [row for row in rows if row[0].get(unknown, 0) > 0]
    below = [row for row in rows if row[0].get(unknown, 0) < 0]
    kept = [row for row in rows if row[0].get(unknown, 0) == 0]
    return kept + [_combined(one, other, unknown) for one in above for other in below]


def _combined(one: Inequality, other: Inequality, unknown: tuple[int, ...]) -> Inequality:
    (high, strict), (low, also) = one, other
    total = {mono: high.get(mono, 0) * -low[unknown] + low.get(mono, 0) * high[unknown] for mono in {**high, **low}}
    return {mono: value for mono, value in total.items() if value}, strict or also
