"""Chinese prose with half-width punctuation. Formulas, code and Latin text keep their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.bank.prose import CODE, MATHS

_OTHER = re.compile(r"\{\{.*?\}\}|https?://[^\s\u3400-\u9fff]+|(?m:^\s*\d+\.(?=\s))")
"""A blank, an address, the number of an item."""

_CHINESE = "\u3400-\u9fff"
_HALF = re.compile(
    rf"""(?<=[{_CHINESE}”）」』])[ ]?[,.;:?!"]    # behind a character
       | [,.;:?!"](?=[ ]?[{_CHINESE}“（「『])     # before one
       | (?<=[{_CHINESE}])[ ]?\((?=[A-Za-z][A-Za-z -]+\))    # a word in brackets; (N, D) is mathematics
       | \((?=[{_CHINESE}])
       | (?<=[{_CHINESE}])\)""",
    re.VERBOSE,
)


def half_width(text: str) -> Iterator[tuple[int, str]]:
    """(offset, the sign with what stands around it) of each half-width sign in Chinese prose."""
    plain = text
    for apart in (CODE, MATHS, _OTHER):
        plain = apart.sub(_latin, plain)
    for found in _HALF.finditer(plain):
        at = found.end() - 1
        yield at, text[max(at - 6, 0) : at + 6].replace("\n", " ").strip()


def _latin(found: re.Match[str]) -> str:
    """The same length, and nothing that Chinese prose could consist of."""
    return re.sub(r"[^\n]", "x", found[0])
