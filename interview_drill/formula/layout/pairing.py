"""Brackets and bars in a row of shapes -> fences that grow with what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.layout.shapes import Fence, Script, Shape, Sign, row
from interview_drill.formula.layout.spacing import OPERATORS, kind_of

OPENING = "([{⌊⌈⟨"
CLOSING = ")]}⌋⌉⟩"
BARS = "|‖"


def pair(parts: Sequence[Shape]) -> list[Shape]:
    """The parts with every matched pair of brackets made one fence; what matches nothing stays as it is."""
    open_places: list[int] = []
    found: list[Shape] = []
    for part in parts:
        edge = _edge(part)
        if edge and edge in CLOSING and open_places:
            start = open_places.pop()
            found[start:] = [_closed(found[start], found[start + 1 :], part)]
            continue
        if edge and edge in OPENING:
            open_places.append(len(found))
        found.append(part)
    return _pair_bars(found)


def _edge(part: Shape) -> str | None:
    sign = part.base if isinstance(part, Script) else part
    return sign.text if isinstance(sign, Sign) and len(sign.text) == 1 else None


def _closed(left: Shape, body: Sequence[Shape], right: Shape) -> Shape:
    fence = Fence(_edge(left) or "", row(*_pair_bars(body)), _edge(right) or "")
    return Script(fence, right.sub, right.sup) if isinstance(right, Script) else fence


def _pair_bars(parts: Sequence[Shape]) -> list[Shape]:
    """Bars that enclose: |w|, ‖w‖². An odd one left over is the bar of P(A|B)."""
    found: list[Shape] = []
    waiting: dict[str, int] = {}
    for place, part in enumerate(parts):
        bar = _edge(part)
        if bar and bar in BARS:
            if bar in waiting:
                start = waiting.pop(bar)
                found[start:] = [_closed(found[start], found[start + 1 :], part)]
                continue
            if _encloses(bar, parts, place):
                waiting[bar] = len(found)
        found.append(part)
    return found


def _encloses(bar: str, parts: Sequence[Shape], place: int) -> bool:
    """Whether a bar opens: its twin comes later, and it stands where a factor may begin or its bars are even."""
    later = sum(_edge(part) == bar for part in parts[place + 1 :])
    before = kind_of(parts[place - 1]) if place else "open"
    return later > 0 and (later % 2 == 1 or before in OPERATORS)
