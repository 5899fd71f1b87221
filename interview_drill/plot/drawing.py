"""Curves, marks and axes -> lines of text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import cycle

from msgspec import Struct

from interview_drill.plot.canvas import Canvas
from interview_drill.plot.scale import LEAST, Scale, across, drawable, reach, up

LEAST_COLUMNS = 8
BROKEN = ("x", "x...", "xxxx..", "xxxxxx..x..")
"""How a curve's line is broken, by number, dot by dot: solid, dotted, dashed, dashes and dots."""
SAMPLE = 6
"""Characters of a line in the legend."""
LABEL_AT = SAMPLE + 2
"""Columns before a label."""


class Curve(Struct, frozen=True):
    """A label and points (x, y) with growing x; where y is NaN or infinite the line is interrupted.

    The curves `watched` set the window, so that one that leaves it does not flatten the others.
    """

    label: str
    points: Sequence[tuple[float, float]]
    watched: bool = True


class Mark(Struct, frozen=True):
    """One point set off by a sign of one column; outside the window it is left out."""

    x: float
    y: float
    sign: str


class Look(Struct, frozen=True):
    """`width` columns in all and `height` rows of curve; without `braille`, letters; without `boxes`, ASCII axes.

    (Box lines are of ambiguous width: a terminal may take two columns for each.)
    """

    width: int = 72
    height: int = 12
    braille: bool = True
    boxes: bool = True


class Axes(Struct, frozen=True):
    """The signs of the axes: the upright one and a tick beside it, the level one and a tick below it, the corner."""

    upright: str
    beside: str
    level: str
    below: str
    corner: str


ORDINARY = Look()
BOXES, ASCII = Axes("│", "┤", "─", "┬", "└"), Axes("|", "+", "-", "+", "+")


def draw(
    curves: Sequence[Curve], marks: Sequence[Mark] = (), variable: str = "x", look: Look = ORDINARY
) -> list[str]:
    """The lines, none wider than `look.width` but for long names; the legend last. Empty where nothing is finite."""
    found = _scales(curves, look)
    if found is None:
        return []
    x, y = found
    labels = {_row(y, tick, look.height): number(tick) for tick in y.ticks}
    gutter = max(map(len, labels.values()))
    canvas = Canvas(max(LEAST_COLUMNS, look.width - gutter - len(variable) - 3), look.height, look.braille)
    for place, curve in enumerate(curves):
        _draw(canvas, place, curve, x, y)
    for mark in marks:
        if math.isfinite(mark.x) and math.isfinite(mark.y):
            canvas.sign(_dot(x.share(mark.x), canvas.width), _dot(1 - y.share(mark.y), canvas.height), mark.sign)
    axes = BOXES if look.boxes else ASCII
    upright = [
        f"{labels.get(row, ''):>{gutter}} {axes.beside if row in labels else axes.upright}{line}".rstrip()
        for row, line in enumerate(canvas.lines())
    ]
    return [*upright, *_level(x, canvas.columns, gutter, variable, axes), *_legend(curves, look)]


def number(value: float) -> str:
    """A round number as it stands at an axis."""
    return f"{value:.10g}"


def _scales(curves: Sequence[Curve], look: Look) -> tuple[Scale, Scale] | None:
    xs = [x for curve in curves for x, _ in curve.points if drawable(x)]
    every = [y for curve in curves for _, y in curve.points]
    found = reach([y for curve in curves if curve.watched for _, y in curve.points], every)
    if found is None or not xs or max(xs) - min(xs) < LEAST:
        return None
    return across(min(xs), max(xs), max(2, look.width // 12)), up(*found, max(2, look.height // 2))


def _row(y: Scale, value: float, rows: int) -> int:
    """The row, from the top, in which a value's dot would lie."""
    return min(rows - 1, max(0, round((1 - y.share(value)) * (rows - 1))))


def _dot(share: float, dots: int) -> int:
    """The dot nearest to a share of the way; far outside is one place outside."""
    return round(max(-1.0, min(2.0, share)) * (dots - 1))


def _draw(canvas: Canvas, place: int, curve: Curve, x: Scale, y: Scale) -> None:
    pattern = BROKEN[place % len(BROKEN)] if canvas.braille else BROKEN[0]
    for dot, (column, row) in zip(cycle(pattern), _way(canvas, curve, x, y), strict=False):
        if dot == "x":
            canvas.dot(column, row, place)


def _way(canvas: Canvas, curve: Curve, x: Scale, y: Scale) -> Iterator[tuple[int, int]]:
    """The dots of a curve in order, neighbours touching but where it is interrupted."""
    last: tuple[int, int] | None = None
    for point in curve.points:
        if not all(map(math.isfinite, point)):
            last = None
            continue
        here = _dot(x.share(point[0]), canvas.width), _dot(1 - y.share(point[1]), canvas.height)
        if last is None or _across_a_pole(last[1], here[1], canvas.height):
            yield here
        elif last != here:
            yield from _between(last, here)
        last = here


def _across_a_pole(before: int, after: int, height: int) -> bool:
    """From above the window to below it in one step: no curve goes through all of it."""
    return min(before, after) < 0 and max(before, after) >= height


def _between(last: tuple[int, int], here: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The dots after `last` on the way to `here`."""
    steps = max(abs(here[0] - last[0]), abs(here[1] - last[1]))
    for step in range(1, steps + 1):
        yield tuple(round(a + (b - a) * step / steps) for a, b in zip(last, here, strict=True))


def _level(x: Scale, columns: int, gutter: int, variable: str, axes: Axes) -> list[str]:
    """The horizontal axis and the numbers under it, each centred under its tick, none beyond the line's end."""
    places = {_dot(x.share(tick), columns): number(tick) for tick in x.ticks}
    line = "".join(axes.below if column in places else axes.level for column in range(columns))
    level, before, under = f"{'':{gutter}} {axes.corner}{line} {variable}", gutter + 2, ""
    for column, label in places.items():
        start = min(before + column - len(label) // 2, len(level) - len(label))
        start = max(start, len(under) + 1 if under else 0)
        if start + len(label) <= len(level):
            under = under.ljust(start) + label
    return [level, under]


def _legend(curves: Sequence[Curve], look: Look) -> list[str]:
    """A line a curve: a piece of it, and its label."""
    return [f"{_sample(place, look):{LABEL_AT}}{curve.label}" for place, curve in enumerate(curves)]


def _sample(place: int, look: Look) -> str:
    canvas = Canvas(SAMPLE, 1, look.braille)
    piece = Curve("", [(0.0, 0.0), (1.0, 0.0)])
    _draw(canvas, place, piece, Scale(0.0, 1.0, ()), Scale(-1.0, 1.0, ()))
    return canvas.lines()[0]
