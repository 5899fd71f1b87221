"""Between which bounds a declared quantity lies, and what follows from them."""

from __future__ import annotations

import math
from fractions import Fraction

from interview_drill.formula.scope import Symbol

OPEN, CLOSED = True, False
RANGES = {
    "real": (-math.inf, OPEN, math.inf, OPEN),
    "nonzero": (-math.inf, OPEN, math.inf, OPEN),
    "integer": (-math.inf, OPEN, math.inf, OPEN),
    "positive": (0, OPEN, math.inf, OPEN),
    "nonnegative": (0, CLOSED, math.inf, OPEN),
    "unit": (0, CLOSED, 1, CLOSED),
    "probability": (0, OPEN, 1, OPEN),
    "simplex": (0, OPEN, 1, CLOSED),
}
"""From where to where a range goes, and whether each end is outside of it."""


def compares(symbol: Symbol, sign: str, number: Fraction | None) -> bool:
    """Whether a quantity, or every entry of it, compares so with a number, wherever it is asked for."""
    if number is None:
        return False
    low, low_outside, high, high_outside = _range(symbol)
    above = low > number or (low_outside and low == number)
    below = high < number or (high_outside and high == number)
    held = {
        ">": above,
        "<": below,
        ">=": above or low == number,
        "<=": below or high == number,
        "!=": above or below or (symbol.range == "nonzero" and number == 0),
    }
    return held[sign]


def _range(symbol: Symbol) -> tuple[float, bool, float, bool]:
    if symbol.type == "size":
        return 1, CLOSED, math.inf, OPEN
    if isinstance(symbol.range, str):
        return RANGES[symbol.range]
    return symbol.range.get("low", -math.inf), CLOSED, symbol.range.get("high", math.inf), CLOSED
