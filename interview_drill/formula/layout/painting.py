"""Shapes -> blocks of text in two dimensions."""

from __future__ import annotations

from collections.abc import Callable

from interview_drill.formula.layout.boxes import Box, beside, padded, rule, slack, stacked, text_box
from interview_drill.formula.layout.brackets import bracket
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.shapes import (
    Accent,
    Brace,
    Fence,
    Fraction,
    Grid,
    Limits,
    Root,
    Row,
    Script,
    Shape,
    Sign,
    parts_of,
)
from interview_drill.formula.layout.spacing import Mode, gaps, inside, kinds
from interview_drill.formula.layout.spelling import accented, is_word, small_sub, small_sup, spelled
from interview_drill.formula.layout.style import Style

NOTHING = Box(("",), 0)


def paint(shape: Shape, style: Style, mode: Mode = Mode.PAGE) -> Box:
    """The block of text for a shape, however wide."""
    return PAINTERS[type(shape)](shape, style, mode)


def _sign(sign: Sign, style: Style, mode: Mode) -> Box:
    return text_box(spelled(sign, style), style)


def _row(row: Row, style: Style, mode: Mode) -> Box:
    if not row.parts:
        return NOTHING
    boxes = [paint(part, style, mode) for part in row.parts]
    return beside(boxes, spaces(row.parts, boxes, style, mode))


def spaces(parts: tuple[Shape, ...], boxes: list[Box], style: Style, mode: Mode) -> list[int]:
    """The spaces before each part; a sum with wide bounds lets its neighbours in above the bounds."""
    named = kinds(parts)
    found = gaps(named, [is_word(part, style) for part in parts], mode)
    for place in range(1, len(parts)):
        if boxes[place].tall and (named[place - 1], named[place]) in (("op", "fence"), ("sign", "inner")):
            found[place] = 1
        if found[place] and Limits in (type(parts[place - 1]), type(parts[place])):
            found[place] = max(0, found[place] - slack(boxes[place - 1], boxes[place]))
    return found


def _fraction(fraction: Fraction, style: Style, mode: Mode) -> Box:
    over, under = (paint(part, style, mode) for part in (fraction.over, fraction.under))
    if not fraction.bar:
        return stacked([over, NOTHING, under], len(over.lines))
    inner = 2 * any(isinstance(part, Fraction) for side in (fraction.over, fraction.under) for part in parts_of(side))
    bar = rule("─" if style.unicode else "-", max(over.width, under.width) + inner, style)
    return stacked([over, bar, under], len(over.lines))


def _root(root: Root, style: Style, mode: Mode) -> Box:
    body = paint(root.body, style, mode)
    if not style.unicode:
        return beside([text_box("sqrt", style), *_enclosed("(", body, ")", style)], [0, 0, 0, 0])
    if isinstance(root.body, Sign) and root.degree is None and body.width == measured(root.body.text[:1], style):
        return beside([text_box("√", style), body], [0, 0])
    degree = small_sup(root.degree, style) or ""
    return _radical(body, degree, style)


def _radical(body: Box, degree: str, style: Style) -> Box:
    """√ with a line over the body: in one sign before one line, drawn as a slope before more."""
    height = len(body.lines)
    body = beside([body], [int(height > 1)])
    roof = Box(("_" * body.width, *body.lines), body.width, body.baseline + 1, body.tall)
    if height == 1:
        return beside([text_box(degree + "√", style), roof], [0, 0])
    slope = measured("╱", style)
    lines = [" " * (slope * step) + "╱" + " " * (slope * (height - 1 - step)) for step in reversed(range(height))]
    sign = Box(tuple(lines), slope * height, body.baseline, body.tall)
    foot = measured(degree + "╲", style)
    below = Box((" " * foot,) * (height - 1) + (degree + "╲",), foot, body.baseline)
    return beside([below, sign, roof], [0, 0, 0])


def _script(script: Script, style: Style, mode: Mode) -> Box:
    base = paint(script.base, style, mode)
    sub, sup = small_sub(script.sub, style), small_sup(script.sup, style)
    low = None if sub or script.sub is None else paint(script.sub, style, Mode.SCRIPT)
    high = None if sup or script.sup is None else paint(script.sup, style, Mode.SCRIPT)
    if low is None and high is None and len(base.lines) == 1:
        return beside([base, text_box((sub or "") + (sup or ""), style)], [0, 0])
    top, bottom = (0, len(base.lines) - 1) if base.tall else (base.baseline, base.baseline)
    lines = dict.fromkeys(range(len(base.lines)), "")
    lines[bottom] += sub or ""
    lines[top] += sup or ""
    for box, start in ((high, top - len(high.lines) if high else 0), (low, bottom + 1)):
        if box:
            lines |= {start + line: text for line, text in enumerate(box.lines)}
    first = min(lines)
    column = [lines.get(line, "") for line in range(first, max(lines) + 1)]
    width = max(measured(text, style) for text in column)
    filled = tuple(text + " " * (width - measured(text, style)) for text in column)
    tall = base.tall or bool(high and high.tall)
    return beside([base, Box(filled, width, base.baseline - first, tall)], [0, 0])


def _limits(limits: Limits, style: Style, mode: Mode) -> Box:
    if mode == Mode.SCRIPT:
        return _script(Script(limits.base, limits.under, limits.over), style, mode)
    over = [paint(limits.over, style, Mode.SCRIPT)] if limits.over else []
    under = [paint(limits.under, style, Mode.SCRIPT)] if limits.under else []
    base = paint(limits.base, style, mode)
    return stacked([*over, base, *under], sum(len(box.lines) for box in over) + base.baseline)


def _accent(accent: Accent, style: Style, mode: Mode) -> Box:
    text = accented(accent, style)
    if text is not None:
        return text_box(text, style)
    base = paint(accent.base, style, mode)
    sign = {"hat": "^", "tilde": "~", "vec": "→", "dot": ".", "ddot": ".."}.get(accent.mark)
    mark = text_box(spelled(Sign(sign), style), style) if sign else rule("_", base.width, style)
    return stacked([mark, base], 1 + base.baseline, tall=base.tall)


def _fence(fence: Fence, style: Style, mode: Mode) -> Box:
    if not style.unicode and fence.left in "⌊⌈" and fence.left:
        name = Sign("floor" if fence.left == "⌊" else "ceil", "op")
        return paint(Row((name, Fence("(", fence.body, ")"))), style, mode)
    body = paint(fence.body, style, inside(fence, mode))
    pieces = _enclosed(fence.left, body, fence.right, style)
    return beside(pieces, [0, int(fence.left == "{" and body.tall), 0][: len(pieces)])


def _enclosed(left: str, body: Box, right: str, style: Style) -> list[Box]:
    before = [bracket(left, body, style)] if left else []
    return [*before, body, *([bracket(right, body, style)] if right else [])]


def _brace(brace: Brace, style: Style, mode: Mode) -> Box:
    body = paint(brace.body, style, mode)
    label = [paint(brace.label, style, Mode.SCRIPT)] if brace.label else []
    line = Box((_horizontal(body.width, brace.above, style),), body.width)
    if brace.above:
        return stacked([*label, line, body], sum(len(box.lines) for box in label) + 1 + body.baseline)
    return stacked([body, line, *label], body.baseline)


def _horizontal(width: int, above: bool, style: Style) -> str:
    """A brace lying on its side, its point towards the label."""
    if not style.unicode or style.ambiguous == 2 or width < 3:
        return "-" * width
    half = (width - 3) // 2
    left, point, right = "╭┴╮" if above else "╰┬╯"
    return left + "─" * half + point + "─" * (width - 3 - half) + right


def _grid(grid: Grid, style: Style, mode: Mode) -> Box:
    count = max(map(len, grid.rows))
    cells = [[paint(cell, style, mode) for cell in line] + [NOTHING] * (count - len(line)) for line in grid.rows]
    widths = [max(box.width for box in column) for column in zip(*cells, strict=True)]
    align = (grid.align * count)[:count]
    between = [0, *(1 if align[place - 1 : place + 1] == "rl" else 3 for place in range(1, count))]
    lines = [
        beside([padded(box, width, side) for box, width, side in zip(line, widths, align, strict=True)], between)
        for line in cells
    ]
    if len(lines) == 2 or any(box.tall for box in lines):
        lines = [piece for line in lines for piece in (line, NOTHING)][:-1]
    height = sum(len(box.lines) for box in lines)
    return stacked(lines, (height - 1) // 2, "l")


PAINTERS: dict[type, Callable[..., Box]] = {
    Sign: _sign, Row: _row, Fraction: _fraction, Root: _root, Script: _script, Limits: _limits, Accent: _accent,
    Fence: _fence, Brace: _brace, Grid: _grid,
}  # fmt: skip
