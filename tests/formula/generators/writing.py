"""A tree in each notation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from interview_drill.formula import ast, layout
from interview_drill.formula.scope import Scope
from tests.formula.generators.pythonic import Unwritable, python

ASCII = layout.Style(unicode=False)

NOTATIONS: dict[str, Callable[[ast.Node, Scope], str]] = {
    "latex": lambda tree, scope: layout.latex(tree, scope),
    "unicode": lambda tree, scope: layout.written(tree, scope=scope),
    "ascii": lambda tree, scope: layout.written(tree, ASCII, scope),
    "python": python,
}


def written(tree: ast.Node, scope: Scope) -> Iterator[tuple[str, str]]:
    """(notation, text), without the notations that cannot say it."""
    for notation, write in NOTATIONS.items():
        try:
            yield notation, write(tree, scope)
        except Unwritable:
            continue
