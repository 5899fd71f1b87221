"""How many columns a text takes. Apart from the style, because what stands on one line is never measured."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from wcwidth import wcwidth

from interview_drill.formula.layout.style import Style


def measured(text: str, style: Style) -> int:
    """The columns that `text` takes on a terminal of this style."""
    return columns(text, style.ambiguous)


@lru_cache(maxsize=4096)
def columns(text: str, ambiguous: int) -> int:
    """The columns that `text` takes where an ambiguous character takes `ambiguous` of them."""
    if text.isascii():
        return len(text)
    return sum(_column(letter, ambiguous) for letter in text)


def _column(letter: str, ambiguous: int) -> int:
    width = max(wcwidth(letter), 0)
    if width == 1 and ambiguous == 2 and unicodedata.east_asian_width(letter) == "A":
        return 2
    return width
