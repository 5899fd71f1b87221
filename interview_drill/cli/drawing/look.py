"""What the terminal can show. Options and environment say it; the width of some characters the terminal itself.

The environment holds it all: what an option or the terminal said is kept there for the rest of the run.
"""

from __future__ import annotations

import os
import sys

PLAIN, ASCII, AMBIGUOUS = "DRILL_PLAIN", "DRILL_ASCII", "DRILL_AMBIGUOUS"
WIDTHS = {"narrow": 1, "wide": 2}


def be_plain() -> None:
    """From here on for a screen reader: no boxes, no colour, nothing that moves, formulas on one line."""
    os.environ |= {PLAIN: "1", "NO_COLOR": "1"}


def be_ascii() -> None:
    """From here on with ASCII mathematics and lines."""
    os.environ[ASCII] = "1"


def plain() -> bool:
    return bool(os.environ.get(PLAIN))


def unicode() -> bool:
    """Whether the output can show mathematics as Unicode."""
    return "utf" in (sys.stdout.encoding or "").lower() and not os.environ.get(ASCII)


def ambiguous() -> int:
    """The columns that a character of ambiguous width (σ, √, box lines) takes: 1 unless somebody says 2."""
    return WIDTHS.get(os.environ.get(AMBIGUOUS, ""), 1)


def ambiguity_known() -> bool:
    """Whether the person or the terminal said how wide such characters are."""
    return os.environ.get(AMBIGUOUS) in WIDTHS


def settle_ambiguity(columns: int) -> None:
    """The terminal said how wide such characters are."""
    os.environ[AMBIGUOUS] = next(name for name, width in WIDTHS.items() if width == columns)
