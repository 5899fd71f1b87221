"""Means and variances, by the libraries' names; PyTorch's variances are unbiased where nothing is said."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Mapping

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import loops, rows
from interview_drill.formula.notations.pythonic.arguments import AXES, KEEPS, Arguments
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import apply, difference
from interview_drill.formula.notations.pythonic.libraries import is_part_of
from interview_drill.formula.notations.pythonic.reductions import COMPREHENSIONS, PLACES, asked
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import Lazy, as_number, number, shifted, times

DEGREES = ("ddof", "correction", "unbiased")


def _mean(arguments: Arguments) -> Node | Lazy:
    given = asked(arguments)
    found = rows.rows_of(arguments, given["x"])
    if found is not None:
        return rows.reduced(arguments, given, found, "mean", arguments.axis(given))
    return mean(arguments, given, _averaged(arguments, given))


def _averaged(arguments: Arguments, given: Mapping[str, syntax.expr]) -> Node:
    if isinstance(given["x"], COMPREHENSIONS):
        return loops.big(arguments.here, given["x"], "vector")
    return arguments.here.number(given["x"])


def mean(arguments: Arguments, given: Mapping[str, syntax.expr], tree: Node) -> Node:
    """The mean of all entries, or along an axis of a matrix."""
    axis = arguments.axis(given)
    if axis is None or (arguments.rank(tree) == 1 and axis in (0, -1)):
        return apply("mean", tree)
    sides = shape(tree, arguments.here.names.scope)
    if not sides or not -len(sides) <= axis < len(sides):
        raise arguments.fail("python-axis")
    total = apply("sum_axis", tree, number(axis), number(arguments.keeps(given)))
    return ast.Over(total, sides[axis])


def _variance(arguments: Arguments) -> Node:
    """x.var(ddof=1), PyTorch's x.var(unbiased=False): of all entries, or of a vector along its only axis.

    What stands behind the axis is something else in each library: it is read by its name alone.
    """
    if len(arguments.places) > len(PLACES):
        raise arguments.fail("python-arguments", name=arguments.name, count=1)
    given = arguments.only("x", *AXES, *DEGREES, *KEEPS, least=1)
    along = arguments.axis(given) is not None
    tree = arguments.vector(given) if along else arguments.here.number(given["x"])
    squares = ast.Power(difference(tree, apply("mean", tree)), number(2))
    lost = _degrees(arguments, given)
    if not lost:
        return apply("mean", squares)
    sides = shape(tree, arguments.here.names.scope)
    if sides is None or len(sides) != 1:
        raise arguments.fail("python-axis")
    return ast.Over(ast.Big("sum", (), (), None, squares), shifted(sides[0], -lost))


def _degrees(arguments: Arguments, given: Mapping[str, syntax.expr]) -> int:
    """The degrees of freedom that are taken off the number of entries; a number or True written out."""
    node = next((given[name] for name in DEGREES if name in given), None)
    lost = int(_of_tensors(arguments)) if node is None else literal(node)
    if not isinstance(lost, int):
        raise arguments.fail("python-arguments", name=arguments.name, count=1)
    return int(lost)


def _of_tensors(arguments: Arguments) -> bool:
    """Whether PyTorch is meant, by its name or by anything else in the answer: its variances are unbiased."""
    if arguments.library:
        return is_part_of("torch", arguments.library)
    return arguments.here.work.tensors


def _average(arguments: Arguments) -> Node | Lazy:
    """np.average(x, weights=p): for an expectation; the second place is the axis."""
    given = arguments.only("x", "axis", "weights", least=1)
    found = rows.rows_of(arguments, given["x"])
    if found is not None:
        return _average_of_rows(arguments, given, found)
    if "weights" not in given:
        return mean(arguments, given, arguments.here.number(given["x"]))
    weights, tree = arguments.here.number(given["weights"]), arguments.here.number(given["x"])
    return ast.Over(_weighted(arguments, given, weights, tree), ast.Big("sum", (), (), None, weights))


def _average_of_rows(arguments: Arguments, given: Mapping[str, syntax.expr], found: rows.Rows) -> Node | Lazy:
    """np.average([a, b], axis=0, weights=[u, v]): from row to row."""
    axis = arguments.axis(given)
    if "weights" not in given:
        return rows.reduced(arguments, given, found, "mean", axis)
    listed = given["weights"]
    if axis != 0 or not isinstance(listed, syntax.List | syntax.Tuple) or len(listed.elts) != len(found):
        raise arguments.fail("python-axis")
    weights = rows.rows_of(arguments, listed) or [arguments.here.number(one) for one in listed.elts]
    pairs = zip(weights, found, strict=True)
    products = [entrywise(lambda a, b: times(as_number(a), as_number(b)), pair, arguments.here) for pair in pairs]
    sums = [entrywise(rows.added, terms, arguments.here) for terms in (products, weights)]
    return entrywise(ast.Over, sums, arguments.here)


def _weighted(arguments: Arguments, given: Mapping[str, syntax.expr], weights: Node, tree: Node) -> Node:
    """The sum of a vector's entries by weights, or of a matrix's rows or columns."""
    axis, ranks = arguments.axis(given), (arguments.rank(weights), arguments.rank(tree))
    if ranks == (1, 2) and axis in (0, 1, -1):
        return ast.Times((weights, tree) if axis == 0 else (tree, weights), "@")
    if axis not in (None, 0, -1) or ranks[1] not in (1, None):
        raise arguments.fail("python-axis")
    return ast.Big("sum", (), (), None, times(weights, tree))


KNOWN: dict[str, Callable[[Arguments], Node | Lazy]] = {
    "mean": _mean,
    "average": _average,
    "var": _variance,
    "std": lambda arguments: apply("sqrt", _variance(arguments)),
}
