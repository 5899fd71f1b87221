"""What a terminal can show, and how wide it shows it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from wcwidth import wcwidth


@dataclass(frozen=True, slots=True)
class Style:
    """How mathematics is printed.

    `unicode` False keeps to ASCII. `ambiguous` is how many columns a character of ambiguous width takes (Greek
    letters, box lines, the sum sign): 1 on most terminals, 2 on many Chinese ones. `width` is the number of columns
    a block may take. `otherwise` is the word beside the last of written cases, in the reader's language.
    """

    unicode: bool = True
    ambiguous: int = 1
    width: int = 80
    otherwise: str = "otherwise"

    def measure(self, text: str) -> int:
        """The columns that `text` takes."""
        return columns(text, self.ambiguous)


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
