"""Mathematics on one line: what was understood, to be shown in a sentence, and as LaTeX."""

from __future__ import annotations

import unicodedata

from interview_drill.formula.ast import Node
from interview_drill.formula.layout.flat import flatten
from interview_drill.formula.layout.reader import read
from interview_drill.formula.layout.setting import setting
from interview_drill.formula.layout.style import Style
from interview_drill.formula.layout.tex import tex
from interview_drill.formula.scope import Scope

PLAIN = Style()


def inline(latex: str, style: Style | None = None) -> str:
    """LaTeX on one line. Shows anything, never fails."""
    clean = visible(latex)
    try:
        return flatten(read(clean), style or PLAIN)
    except RecursionError:
        return clean


def written(tree: Node, style: Style | None = None, scope: Scope | None = None) -> str:
    """A tree on one line: what was understood, to be shown beside what was typed."""
    chosen = style or PLAIN
    return flatten(setting(tree, scope, chosen.otherwise), chosen)


def latex(tree: Node, scope: Scope | None = None) -> str:
    """A tree as LaTeX."""
    return tex(setting(tree, scope))


def visible(latex: str) -> str:
    """The text without control signs, which a terminal would obey."""
    return "".join(letter for letter in latex if letter.isspace() or unicodedata.category(letter)[0] != "C")
