"""Mathematics at a terminal: LaTeX and syntax trees as lines of text.

    LaTeX --reader--> shapes <--setting-- tree          shapes --painting--> lines, --flat--> one line, --tex--> LaTeX
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from interview_drill.formula.ast import Node
from interview_drill.formula.layout.flat import flatten
from interview_drill.formula.layout.painting import paint
from interview_drill.formula.layout.reader import read
from interview_drill.formula.layout.setting import setting
from interview_drill.formula.layout.shapes import Shape, Sign, row
from interview_drill.formula.layout.style import Style
from interview_drill.formula.layout.tex import tex
from interview_drill.formula.scope import Scope

__all__ = ["Style", "chained", "display", "drawn", "inline", "latex", "written"]

PLAIN = Style()


def display(latex: str, style: Style) -> list[str]:
    """LaTeX as lines in two dimensions; as one line where that is too wide. Shows anything, never fails."""
    clean = _shown(latex)
    try:
        return _lines(read(clean), style)
    except RecursionError:
        return [clean]


def inline(latex: str, style: Style | None = None) -> str:
    """LaTeX on one line. Shows anything, never fails."""
    clean = _shown(latex)
    try:
        return flatten(read(clean), style or PLAIN)
    except RecursionError:
        return clean


def drawn(tree: Node, style: Style, scope: Scope | None = None) -> list[str]:
    """A tree as lines in two dimensions, its names spelled as `scope` declares them."""
    return _lines(setting(tree, scope, style.otherwise), style)


def chained(sides: Sequence[Node | str], style: Style, scope: Scope | None = None) -> list[str]:
    """The sides of a chain of `=` as lines in two dimensions; a side that is no tree is shown as it was typed."""
    parts = [read(_shown(side)) if isinstance(side, str) else setting(side, scope, style.otherwise) for side in sides]
    joined = [shape for part in parts for shape in (Sign("=", "rel"), part)]
    return _lines(row(*joined[1:]), style)


def written(tree: Node, style: Style | None = None, scope: Scope | None = None) -> str:
    """A tree on one line: what was understood, to be shown beside what was typed."""
    chosen = style or PLAIN
    return flatten(setting(tree, scope, chosen.otherwise), chosen)


def latex(tree: Node, scope: Scope | None = None) -> str:
    """A tree as LaTeX."""
    return tex(setting(tree, scope))


def _lines(shape: Shape, style: Style) -> list[str]:
    box = paint(shape, style)
    return [line.rstrip() for line in box.lines] if box.width <= style.width else [flatten(shape, style)]


def _shown(latex: str) -> str:
    """The text without control signs, which a terminal would obey."""
    return "".join(letter for letter in latex if letter.isspace() or unicodedata.category(letter)[0] != "C")
