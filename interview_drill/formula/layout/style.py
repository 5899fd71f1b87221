"""What a terminal can show."""

from __future__ import annotations

from msgspec import Struct


class Style(Struct, frozen=True):
    """How mathematics is printed.

    `unicode` False keeps to ASCII. `ambiguous` is how many columns a character of ambiguous width takes (Greek
    letters, box lines, the sum sign): 1 on most terminals, 2 on many Chinese ones. `width` is the number of columns
    a block may take. `otherwise` is the word beside the last of written cases, in the reader's language.
    """

    unicode: bool = True
    ambiguous: int = 1
    width: int = 80
    otherwise: str = "otherwise"
