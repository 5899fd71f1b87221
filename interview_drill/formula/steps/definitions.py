"""Trees with what the stem defines written out: `ŷ - y` and `1/(1+e^{-z}) - y` say the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.forms import context, form
from interview_drill.formula.trees import mapped_parts, replaced

DEEPEST = 8
"""Definitions within definitions that are followed."""
ONE = ast.Number(Fraction(1))


def written_out(tree: ast.Node, scope: Scope, deepest: int = DEEPEST) -> ast.Node:
    """The tree with every name that has a value replaced by it, and the sigmoid by its fraction."""
    defined = _defined(tree, scope) if deepest else None
    if defined is not None:
        return written_out(defined, scope, deepest - 1)
    return mapped_parts(tree, lambda part: written_out(part, scope, deepest))


def are_one(left: ast.Node, right: ast.Node, scope: Scope) -> bool:
    """Whether two trees say the same but for what is defined."""
    made = context(scope, {})
    return form(written_out(left, scope), made) == form(written_out(right, scope), made)


def _defined(tree: ast.Node, scope: Scope) -> ast.Node | None:
    """What a tree stands for, if it is one name with its arguments."""
    if isinstance(tree, ast.Name):
        return _value(tree.name, (), scope)
    if isinstance(tree, ast.Entry) and isinstance(tree.base, ast.Name):
        return _value(tree.base.name, tree.indices, scope)
    if not isinstance(tree, ast.Apply):
        return None
    found = _value(tree.function, tree.arguments, scope)
    return _sigmoid(tree.arguments[0]) if found is None and tree.function in ("sigma", "sigmoid") else found


def _value(name: str, arguments: Sequence[ast.Node], scope: Scope) -> ast.Node | None:
    symbol = scope.symbols.get(name)
    if symbol is None or symbol.value is None:
        return None
    if not arguments:
        return symbol.value  # a bare name stands for its value at the declared letters
    if len(arguments) != len(symbol.parameters):
        return None
    tree = symbol.value
    for parameter, argument in zip(symbol.parameters, arguments, strict=True):
        tree = replaced(tree, parameter, argument)
    return tree


def _sigmoid(argument: ast.Node) -> ast.Node:
    return ast.Over(ONE, ast.Plus((ONE, ast.Apply("exp", (ast.Minus(argument),)))))
