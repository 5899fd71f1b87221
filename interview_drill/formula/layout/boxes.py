"""Blocks of text with a baseline: the bricks of two-dimensional mathematics."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.style import Style


class Box(Struct, frozen=True):
    """Lines of `width` columns each, set against the text on line `baseline`.

    `tall` says that brackets around it must grow: true of fractions, bounds and tables, false where only a raised
    or lowered line makes it higher than one.
    """

    lines: tuple[str, ...]
    width: int
    baseline: int = 0
    tall: bool = False

    @property
    def depth(self) -> int:
        """The number of lines below the baseline."""
        return len(self.lines) - 1 - self.baseline


def text_box(text: str, style: Style) -> Box:
    """One line of text."""
    return Box((text,), measured(text, style))


def beside(boxes: Sequence[Box], gaps: Sequence[int]) -> Box:
    """Boxes from left to right on one baseline, each with its gap of spaces before it."""
    width = sum([box.width for box in boxes]) + sum(gaps)
    tall = True in [box.tall for box in boxes]
    above = max([box.baseline for box in boxes])
    height = above + max([len(box.lines) - box.baseline for box in boxes])
    if height == 1:
        return Box(("".join([" " * gap + box.lines[0] for box, gap in zip(boxes, gaps, strict=True)]),), width, 0, tall)
    columns = [_column(box, gap, above, height) for box, gap in zip(boxes, gaps, strict=True)]
    return Box(tuple(map("".join, zip(*columns, strict=True))), width, above, tall)


def _column(box: Box, gap: int, above: int, height: int) -> Sequence[str]:
    if not gap and len(box.lines) == height:
        return box.lines
    space = " " * gap
    blank = " " * (gap + box.width)
    top = above - box.baseline
    return [blank] * top + [space + line for line in box.lines] + [blank] * (height - top - len(box.lines))


def stacked(boxes: Sequence[Box], baseline: int, align: str = "c", tall: bool = True) -> Box:
    """Boxes one under another; `baseline` is the line of the result that neighbours are set against."""
    width = max(box.width for box in boxes)
    lines = tuple(line for box in boxes for line in padded(box, width, align).lines)
    return Box(lines, width, baseline, tall)


def padded(box: Box, width: int, align: str = "l") -> Box:
    """The box widened to `width` columns, its content at the left, centre or right."""
    spare = width - box.width
    if spare <= 0:
        return box
    left = {"l": 0, "c": spare // 2, "r": spare}[align]
    before, after = " " * left, " " * (spare - left)
    return Box(tuple(before + line + after for line in box.lines), width, box.baseline, box.tall)


def slack(left: Box, right: Box) -> int:
    """How many columns `right` could move to the left before it touches `left` on any line that both fill."""
    shared = range(-min(left.baseline, right.baseline), min(left.depth, right.depth) + 1)
    return min(_free(left.lines[left.baseline + line], right.lines[right.baseline + line]) for line in shared)


def _free(left: str, right: str) -> int:
    return len(left) - len(left.rstrip(" ")) + len(right) - len(right.lstrip(" "))


def rule(sign: str, width: int, style: Style) -> Box:
    """A line of one sign at least `width` columns long."""
    each = measured(sign, style)
    count = -(-width // each)
    return Box((sign * count,), count * each)
