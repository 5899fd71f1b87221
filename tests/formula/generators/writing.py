"""A tree in each notation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interview_drill.formula import ast
from interview_drill.formula.layout import linear
from interview_drill.formula.layout.style import Style
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import walk
from tests.formula.generators.pythonic import Unwritable, python

UNICODE = Style()
ASCII = Style(unicode=False)


def _flat(tree: ast.Node, style: Style, scope: Scope) -> str:
    """One line. Written cases have no form on one line that anybody would type."""
    if any(isinstance(node, ast.Cases) for node in walk(tree)):
        raise Unwritable("cases")
    return linear.written(tree, style, scope)


NOTATIONS: dict[str, Callable[[ast.Node, Scope], str]] = {
    "latex": lambda tree, scope: linear.latex(tree, scope),
    "unicode": lambda tree, scope: _flat(tree, UNICODE, scope),
    "ascii": lambda tree, scope: _flat(tree, ASCII, scope),
    "python": python,
}


def written(tree: ast.Node, scope: Scope) -> Iterator[tuple[str, str]]:
    """(notation, text), without the notations that cannot say it."""
    for notation, write in NOTATIONS.items():
        try:
            yield notation, write(tree, scope)
        except Unwritable:
            continue
