"""The space between two shapes, by what they are: the spacing table of TeX, made simple for a grid of cells."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from interview_drill.formula.layout.shapes import (
    Accent,
    Fence,
    Fraction,
    Grid,
    Limits,
    Row,
    Script,
    Shape,
    Sign,
    parts_of,
)


class Mode(IntEnum):
    """Where a shape stands: on the page, in a list of arguments (`i+m, j+n`), or in a script (`i=1`)."""

    PAGE = 0
    LIST = 1
    SCRIPT = 2


OPERATORS = {"bin", "rel", "punct", "op", "big", "open"}  # after these, a sign like − stands for one number
SPACED = {
    "ord word", "word ord", "word word", "word op", "op word", "word inner", "inner word", "word big", "big word",
    "ord op", "op ord", "op op", "op inner", "inner op", "fence op", "op big", "big op", "fence word",
    "big ord", "big big", "big fence", "big inner", "ord big", "fence big", "inner big",
    "ord inner", "inner ord", "inner inner", "inner fence", "fence inner", "fence ord",
    "text word", "word text", "op text", "text op", "big text", "text big",
}  # fmt: skip


def kind_of(shape: Shape) -> str:
    """What a shape counts as when its neighbours are spaced."""
    if isinstance(shape, Sign):
        return shape.kind
    if isinstance(shape, (Script, Limits, Accent)):
        return kind_of(shape.base)
    if isinstance(shape, Row):
        return kind_of(shape.parts[0]) if len(shape.parts) == 1 else "ord"
    if isinstance(shape, Fence):
        return "fence"
    return "inner" if isinstance(shape, Fraction | Grid) else "ord"


def kinds(parts: Sequence[Shape]) -> list[str]:
    """The kind of each part, a sign (−x) told from an operator (a − x) by what stands before it."""
    found = []
    before = "open"
    for part in parts:
        kind = kind_of(part)
        if kind == "bin" and before in OPERATORS:
            kind = "sign"
        found.append(kind)
        before = kind if kind != "space" else before
    return found


def gaps(found: Sequence[str], words: Sequence[bool], mode: Mode) -> list[int]:
    """The number of spaces before each part, by their kinds; `words` says which are printed as more than one letter."""
    lettered = ("ord", "bin", "rel")  # on a plain terminal an operator may be a word too: in, union
    named = [("word" if word and kind in lettered else kind) for kind, word in zip(found, words, strict=True)]
    return [0, *(_gap(left, right, mode) for left, right in itertools.pairwise(named))]


@lru_cache(maxsize=1024)
def _gap(left: str, right: str, mode: Mode) -> int:
    if left == "sign" or "space" in (left, right) or "mid" in (left, right) or right == "punct":
        return 0
    right = "ord" if right == "sign" else right
    if left == "punct":
        return int(mode != Mode.SCRIPT)
    if "rel" in (left, right):
        return int(mode != Mode.SCRIPT and left != right)
    if "bin" in (left, right):
        return int(mode == Mode.PAGE)
    return int(f"{left} {right}" in SPACED)


def inside(fence: Fence, mode: Mode) -> Mode:
    """How a fence sets what it holds: arguments and conditions are set close."""
    listed = any(kind_of(part) in ("punct", "mid") for part in parts_of(fence.body))
    return max(mode, Mode.LIST) if listed else mode
