"""Brackets, bars and braces as tall as what they hold."""

from __future__ import annotations

from interview_drill.formula.layout.boxes import Box
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.spelling import short
from interview_drill.formula.layout.style import Style

PIECES = {  # top, middle, bottom, and the point of a brace
    "(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "{": "⎧⎪⎩⎨", "}": "⎫⎪⎭⎬",
    "⌊": "⎢⎢⎣", "⌋": "⎥⎥⎦", "⌈": "⎡⎢⎢", "⌉": "⎤⎥⎥", "|": "│││", "‖": "║║║",
}  # fmt: skip
PLAIN = {"(": "/|\\", ")": "\\|/", "{": "/|\\<", "}": "\\|/>"}
PAIR = {"{": "⎰⎱", "}": "⎱⎰"}  # a brace of two lines


def bracket(sign: str, body: Box, style: Style) -> Box:
    """One bracket beside `body`: as tall as it where it must grow, else on the baseline alone."""
    if not body.tall or len(body.lines) == 1:
        text = short(sign, style)
        return Box((text,), measured(text, style))
    lines = _pieces(sign, len(body.lines), body.baseline, style)
    return Box(tuple(lines), measured(lines[0], style), body.baseline, True)


def _pieces(sign: str, height: int, baseline: int, style: Style) -> list[str]:
    table = PIECES if style.unicode else PLAIN
    if sign not in table:
        return _repeated(short(sign, style), height, baseline, style)
    if height == 2 and style.unicode and sign in PAIR:
        return list(PAIR[sign])
    top, middle, bottom, *point = table[sign]
    lines = [top, *[middle] * (height - 2), bottom]
    if point and height > 2:
        lines[min(max(baseline, 1), height - 2)] = point[0]
    return lines


def _repeated(sign: str, height: int, baseline: int, style: Style) -> list[str]:
    """A sign without tall pieces: a plain bar on every line, an angle on the baseline alone."""
    if sign in "[]|" or sign == "||":
        return [sign] * height
    return [sign if line == baseline else " " * measured(sign, style) for line in range(height)]
