"""Reductions of a list of arrays, which NumPy stacks as the rows of a matrix: np.sum([a, b], axis=0) is a + b."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.arguments import KEEPS, Arguments
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import apply
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.values import Lazy, as_number, number, plus, times

Value = Node | Lazy
Rows = Sequence[Value]


def rows_of(arguments: Arguments, node: syntax.AST) -> Rows | None:
    """The arrays of a written list; None where it is none, or one of numbers. Raises AnswerError for unequal ones."""
    if not isinstance(node, syntax.List | syntax.Tuple) or any(isinstance(one, syntax.List) for one in node.elts):
        return None
    rows = [arguments.here.entries(one) for one in node.elts]
    shapes = [row.shape if isinstance(row, Lazy) else shape(row, arguments.here.names.scope) for row in rows]
    if not any(shapes):
        return None
    if any(one != shapes[0] for one in shapes):
        raise arguments.here.fail("python-list", node)
    return rows


def reduced(
    arguments: Arguments, given: Mapping[str, syntax.expr], rows: Rows, operator: str, axis: int | None
) -> Value:
    """A reduction over all entries, from row to row (axis 0), or along each row of numbers."""
    here = arguments.here
    if any(name in given for name in KEEPS) or axis not in (None, 0, 1, -1):
        raise arguments.fail("python-axis")
    if axis == 0:
        return entrywise(lambda *trees: JOINED[operator]([*map(as_number, trees)]), rows, here)
    wholes = [here.whole_of(row, arguments.node) for row in rows]
    if axis is not None and any(arguments.rank(row) != 1 for row in wholes):
        raise arguments.fail("python-axis")
    each = [apply("mean", row) if operator == "mean" else ast.Big(operator, (), (), None, row) for row in wholes]
    return JOINED[operator](each) if axis is None else ast.Stack(tuple(each))


def added(*trees: Node) -> Node:
    return reduce(plus, map(as_number, trees))


JOINED: dict[str, Callable[[Sequence[Node]], Node]] = {
    "sum": lambda trees: reduce(plus, trees),
    "prod": lambda trees: reduce(times, trees),
    "max": lambda trees: ast.Apply("max", tuple(trees)) if len(trees) > 1 else trees[0],
    "min": lambda trees: ast.Apply("min", tuple(trees)) if len(trees) > 1 else trees[0],
    "mean": lambda trees: ast.Over(reduce(plus, trees), number(len(trees))),
}
