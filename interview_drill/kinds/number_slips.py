"""What can be said of a number that is not the key: its sign, its reciprocal, its rounding."""

from __future__ import annotations

import re

PLAIN = re.compile(r"[-+−]?(?:\d*\.)?\d+", re.ASCII)
MOST_DECIMALS = 6
"""An answer that needs more is better given as an expression."""


def same(mine: float, other: float, tolerance: float) -> bool:
    """Whether two values agree; `tolerance` is relative to `other`, absolute where that is 0."""
    return abs(mine - other) <= tolerance * (abs(other) or 1.0)


def relation(mine: float, key: float, tolerance: float) -> str | None:
    """How a wrong number is related to the key, where that is plain to see."""
    if same(mine, -key, tolerance):
        return "negated"
    return "reciprocal" if mine and same(1 / mine, key, tolerance) else None


def decimals_wanted(written: str, key: float, tolerance: float) -> int | None:
    """How many decimals would do, where a decimal (the last part of a chain) is the key rounded to fewer."""
    last = written.rpartition("=")[2].strip().replace("−", "-")
    decimals = len(last.partition(".")[2])
    if not decimals or not PLAIN.fullmatch(last) or not float(last):
        return None
    if f"{key:.{decimals}f}" != f"{float(last):.{decimals}f}":
        return None
    more = range(decimals + 1, MOST_DECIMALS + 1)
    return next((count for count in more if same(round(key, count), key, tolerance)), None)
