"""How tightly each node of the syntax tree binds when it is set on paper."""

from __future__ import annotations

from enum import IntEnum

from interview_drill.formula import ast
from interview_drill.formula.trees import parts, walk

BARE = frozenset(["log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh"])
"""Functions whose simple argument stands without brackets: log x."""


class Level(IntEnum):
    """From loose to tight; brackets go around what is looser than its place."""

    LOGIC = 0
    RELATION = 1
    SUM = 2
    PRODUCT = 3
    FACTOR = 4
    BASE = 5


def level(tree: ast.Node, small: bool = False) -> Level:
    """The level of a tree; `small` says that it stands in an exponent, where a fraction is set with a slash."""
    if isinstance(tree, ast.Number):
        return _of_number(tree, small)
    if isinstance(tree, ast.Over):
        return Level.PRODUCT if small else Level.FACTOR
    if isinstance(tree, ast.Apply):
        return Level.FACTOR if tree.function == "exp" or is_bare(tree) else Level.BASE
    if isinstance(tree, ast.Big) and is_reduction(tree):
        return Level.BASE
    return LEVELS.get(type(tree), Level.BASE)


def _of_number(tree: ast.Number, small: bool) -> Level:
    if tree.value < 0:
        return Level.SUM
    return Level.PRODUCT if small and tree.value.denominator != 1 else Level.BASE


def is_bare(tree: ast.Apply) -> bool:
    """Whether a call is set without brackets around its argument: log x, log ŷᵢ."""
    return tree.function in BARE and len(tree.arguments) == 1 and isinstance(tree.arguments[0], ast.Name | ast.Entry)


def is_reduction(tree: ast.Big) -> bool:
    """Whether a largest, smallest or mean entry is set as a call, max(z), no index standing under its sign."""
    return not tree.indices and tree.operator not in ("sum", "prod", "vector")


def is_open(tree: ast.Node) -> bool:
    """Whether what follows a tree on its right would be read as a part of it: a sum's body, written cases, log x."""
    if isinstance(tree, ast.Big):
        return not is_reduction(tree)
    if isinstance(tree, ast.Cases | ast.Expectation | ast.Derivative):
        return True
    if isinstance(tree, ast.Apply):
        return is_bare(tree)
    if isinstance(tree, ast.Times):
        return is_open(tree.factors[-1])
    return isinstance(tree, ast.Minus) and is_open(tree.operand)


def binds(tree: ast.Node) -> frozenset[str]:
    """The indices that an open sum at the right end of a tree binds."""
    if isinstance(tree, ast.Big):
        return frozenset(tree.indices) | binds(tree.body)
    if isinstance(tree, ast.Times):
        return binds(tree.factors[-1])
    return binds(tree.operand) if isinstance(tree, ast.Minus) else frozenset()


def names(tree: ast.Node) -> frozenset[str]:
    """All names that occur in a tree."""
    return frozenset(one.name for one in walk(tree) if isinstance(one, ast.Name))


LEVELS: dict[type, Level] = {
    ast.Logic: Level.LOGIC, ast.Compare: Level.RELATION, ast.Plus: Level.SUM, ast.Minus: Level.SUM,
    ast.Times: Level.PRODUCT, ast.Big: Level.PRODUCT, ast.Cases: Level.PRODUCT, ast.Expectation: Level.PRODUCT,
    ast.Derivative: Level.PRODUCT, ast.Power: Level.FACTOR,
}  # fmt: skip


ENTRYWISE = (
    ast.Plus, ast.Minus, ast.Times, ast.Over, ast.Power, ast.Apply, ast.Stack, ast.Compare,
)  # fmt: skip


def operands(tree: ast.Node) -> tuple[ast.Node, ...]:
    """What arithmetic and calls work on entry by entry: the result is an array if one of them is."""
    if isinstance(tree, ast.Norm | ast.Transpose):
        return (tree.operand,)
    return tuple(parts(tree)) if isinstance(tree, ENTRYWISE) else ()
