"""Mathematics in two dimensions: lines of text, or one line where that is too wide."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.ast import Node
from interview_drill.formula.layout.flat import flatten
from interview_drill.formula.layout.linear import visible
from interview_drill.formula.layout.painting import paint
from interview_drill.formula.layout.reader import read
from interview_drill.formula.layout.setting import setting
from interview_drill.formula.layout.shapes import Shape, Sign, row
from interview_drill.formula.layout.style import Style
from interview_drill.formula.scope import Scope


def display(latex: str, style: Style) -> list[str]:
    """LaTeX as lines; as one line where that is too wide. Shows anything, never fails."""
    clean = visible(latex)
    try:
        return _lines(read(clean), style)
    except RecursionError:
        return [clean]


def drawn(tree: Node, style: Style, scope: Scope | None = None) -> list[str]:
    """A tree as lines, its names spelled as `scope` declares them."""
    return _lines(setting(tree, scope, style.otherwise), style)


def chained(sides: Sequence[Node | str], style: Style, scope: Scope | None = None) -> list[str]:
    """The sides of a chain of `=` as lines; a side that is no tree is shown as it was typed."""
    parts = [read(visible(side)) if isinstance(side, str) else setting(side, scope, style.otherwise) for side in sides]
    joined = [shape for part in parts for shape in (Sign("=", "rel"), part)]
    return _lines(row(*joined[1:]), style)


def _lines(shape: Shape, style: Style) -> list[str]:
    box = paint(shape, style)
    return [line.rstrip() for line in box.lines] if box.width <= style.width else [flatten(shape, style)]
