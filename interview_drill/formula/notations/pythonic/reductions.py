"""Sums, extremes, norms and softmaxes of arrays and comprehensions, by the libraries' names."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Mapping
from functools import reduce

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import loops, rows
from interview_drill.formula.notations.pythonic.arguments import AXES, Arguments
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import apply
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import (
    PAPER,
    ZERO,
    Lazy,
    Value,
    as_number,
    number,
    plus,
    shifted,
    times,
)

PLACES = ("x", "axis")
NAMES = (*PLACES, "keepdims", "keepdim", "dim")
"""What every library means by place, and what it may be told by name; `initial`, `where` and `out` change the value."""
COMPREHENSIONS = (syntax.GeneratorExp, syntax.ListComp)


def _reduced(operator: str) -> Callable[[Arguments], Node]:
    """np.sum(x), x.sum(axis=0), sum(f(j) for j in range(n)), SymPy's sum(f, (j, 1, n))"""

    def read(arguments: Arguments) -> Node:
        if len(arguments.places) > 1 and isinstance(arguments.places[1], syntax.Tuple):
            return _bounded(arguments, operator)
        given = asked(arguments)
        if isinstance(given["x"], COMPREHENSIONS):
            return _over_comprehension(arguments, given, operator)
        return _over_array(arguments, given, operator)

    return read


def asked(arguments: Arguments) -> dict[str, syntax.expr]:
    """The arguments of a reduction. Raises AnswerError for one that would change its value."""
    if len(arguments.places) > len(PLACES):
        raise arguments.fail("python-arguments", name=arguments.name, count=1)
    return arguments.only(*NAMES, least=1)


def _over_comprehension(arguments: Arguments, given: Mapping[str, syntax.expr], operator: str) -> Node:
    if "axis" in given and literal(given["axis"]) != 0:  # sum(..., 0) starts from 0, np.sum(..., 0) has one axis
        raise arguments.fail("python-axis")
    found = loops.big(arguments.here, given["x"], operator)
    is_total = not _is_builtin(arguments) and arguments.rank(found) not in (0, None)
    return ast.Big(operator, (), (), None, found) if is_total else found


def _is_builtin(arguments: Arguments) -> bool:
    """Python's own sum goes along the first axis alone, NumPy's over all of them."""
    return isinstance(arguments.node.func, syntax.Name) and arguments.name in ("sum", "max", "min")


def _over_array(arguments: Arguments, given: Mapping[str, syntax.expr], operator: str) -> Node | Lazy:
    axis = arguments.axis(given)
    found = rows.rows_of(arguments, given["x"])
    if found is not None:
        return _over_rows(arguments, given, found, operator)
    found = arguments.here.entries(given["x"])
    if axis is None and _is_builtin(arguments) and _rank_of(arguments, found) not in (1, 0, None):
        axis = 0
    if isinstance(found, Lazy):
        return _over_window(arguments, found, axis, operator)
    tree = as_number(found)
    if axis is None and not _is_builtin(arguments) and _is_total(arguments, tree):
        return tree
    if isinstance(tree, ast.Stack) and all(arguments.rank(part) == 0 for part in tree.parts):
        return _of_list(operator, tree)
    if axis is None or (arguments.rank(tree) == 1 and axis in (0, -1)):
        return ast.Big(operator, (), (), None, tree)
    if operator != "sum":
        raise arguments.fail("python-axis")
    return apply("sum_axis", tree, number(axis), number(arguments.keeps(given)))


def _is_total(arguments: Arguments, tree: Node) -> bool:
    """Whether a tree is one number that a reduction gave: np.sum(x).sum() adds nothing to it."""
    is_reduced = isinstance(tree, ast.Big) or (isinstance(tree, ast.Apply) and tree.function in ("mean", "logsumexp"))
    return is_reduced and arguments.rank(tree) == 0


def _over_rows(
    arguments: Arguments, given: Mapping[str, syntax.expr], found: rows.Rows, operator: str
) -> Node | Lazy:
    """Python's own sum goes from row to row; its max and min compare no arrays."""
    if _is_builtin(arguments) and operator != "sum":
        raise arguments.fail("python-axis")
    axis = 0 if _is_builtin(arguments) else arguments.axis(given)
    return rows.reduced(arguments, given, found, operator, axis)


def _rank_of(arguments: Arguments, found: Node | Lazy) -> int | None:
    return len(found.shape) if isinstance(found, Lazy) else arguments.rank(found)


def _of_list(operator: str, tree: ast.Stack) -> Node:
    """max([0, x]) is max(0, x)."""
    if operator in ("max", "min"):
        return ast.Apply(operator, tree.parts)
    return reduce(plus if operator == "sum" else times, tree.parts)


def _over_window(arguments: Arguments, found: Lazy, axis: int | None, operator: str) -> Node:
    if axis is not None and len(found.shape) != 1:
        raise arguments.fail("python-axis")
    return window(arguments.here, found, operator)


def window(here: Context, found: Lazy, operator: str) -> Node:
    """A reduction of an array that is known by its entries: one bound index a dimension, from 0."""
    names: list[str] = []
    for place in range(len(found.shape)):
        name = here.fresh("mnpq"[place % 4])
        here = here.bound(**{name: ast.Name(name)})
        names.append(name)
    bounds = tuple(ast.Range(ZERO, shifted(side, -1)) for side in found.shape)
    body = found.entry([ast.Name(name) for name in names])
    return ast.Big(operator, tuple(names), bounds, None, as_number(body)) if names else body


def _bounded(arguments: Arguments, operator: str) -> Node:
    """Sum(f, (j, 1, n), ...): an index that runs from 1 counts as on paper, where it stands alone."""
    here = arguments.here
    names: list[str] = []
    bounds: list[ast.Range] = []
    for part in arguments.places[1:]:
        if not isinstance(part, syntax.Tuple) or len(part.elts) != 3 or not isinstance(part.elts[0], syntax.Name):
            raise arguments.fail("python-range")
        typed, lower, upper = part.elts[0].id, here.number(part.elts[1]), here.number(part.elts[2])
        on_paper = lower == number(1)
        start = 0 if on_paper else loops.start_for(here, arguments.places[0], typed)
        names.append(here.fresh(typed))
        bounds.append(ast.Range(shifted(lower, start), shifted(upper, start)))
        here = here.bound(**{typed: shifted(ast.Name(names[-1]), -start)}, **_on_paper(here, typed, on_paper))
    return ast.Big(operator, tuple(names), tuple(bounds), None, here.number(arguments.places[0]))


def _on_paper(here: Context, name: str, counts: bool) -> dict[str, tuple]:
    """The names of indices that count from 1, this one among them or not."""
    others = tuple(one for one in here.bindings.get(PAPER, ()) if one != name)
    return {PAPER: (*others, name) if counts else others}


def _extreme(operator: str) -> Callable[[Arguments], Node | Lazy]:
    """max(a, b) of numbers, max(v) of an array or a comprehension"""
    several = _reduced(operator)

    def read(arguments: Arguments) -> Node | Lazy:
        second = arguments.places[1] if len(arguments.places) > 1 else None
        is_axis = isinstance(arguments.node.func, syntax.Attribute) and isinstance(literal(second), int)
        if second is None or is_axis or isinstance(second, syntax.Tuple):
            return several(arguments)
        if arguments.keywords:
            raise arguments.fail("python-arguments", name=arguments.name, count=2)
        operands = [arguments.here.entries(part) for part in arguments.places]
        return entrywise(lambda *trees: ast.Apply(operator, tuple(map(as_number, trees))), operands, arguments.here)

    return read


def _norm(arguments: Arguments) -> Node:
    given = arguments.only("x", "ord", "axis", "p", least=1)
    order = given.get("ord", given.get("p"))
    is_default = order is None or (isinstance(order, syntax.Constant) and order.value in (None, "fro"))
    found = rows.rows_of(arguments, given["x"]) if is_default and "axis" not in given else None
    if found is not None:  # of all entries, wherever they stand
        return ast.Norm(ast.Stack(tuple(arguments.here.whole_of(row, arguments.node) for row in found)), number(2))
    tree = arguments.vector(given) if "axis" in given else arguments.here.number(given["x"])
    if not is_default and arguments.rank(tree) != 1:
        raise arguments.fail("python-axis")
    return ast.Norm(tree, number(2) if is_default else arguments.here.number(order))


def _of_vector(build: Callable[[Node], Node]) -> Callable[[Arguments], Node]:
    """softmax(z, axis=0): one vector, its only axis named or not."""
    return lambda arguments: build(arguments.vector(arguments.only("x", "axis", "dim", "keepdims", least=1)))


def _relative_entropy(arguments: Arguments) -> Node:
    """scipy.stats.entropy(p), or entropy(p, q): normalised as SciPy does."""
    given = arguments.only("x", "qk", least=1)
    p = _normalised(arguments.vector(given))
    if "qk" not in given:
        return ast.Minus(ast.Big("sum", (), (), None, times(p, apply("log", p))))
    q = _normalised(arguments.here.number(given["qk"]))
    return ast.Big("sum", (), (), None, times(p, apply("log", ast.Over(p, q))))


def _normalised(tree: Node) -> Node:
    return ast.Over(tree, ast.Big("sum", (), (), None, tree))


def _length(arguments: Arguments) -> Node:
    return _sides(arguments, arguments.only("x"))[0]


def _sides(arguments: Arguments, given: Mapping[str, syntax.expr]) -> tuple[Node, ...]:
    from_array = arguments.here.entries(given["x"])
    sides = from_array.shape if isinstance(from_array, Lazy) else shape(from_array, arguments.here.names.scope)
    if not sides:
        raise arguments.fail("python-no-length")
    return sides


def _size(arguments: Arguments) -> Value:
    """PyTorch's x.size(-1) and x.size(), which is the whole shape; np.size(x) is the number of entries."""
    given = arguments.only("x", *AXES, least=1)
    sides, axis = _sides(arguments, given), arguments.axis(given)
    if axis is None:
        return reduce(times, sides) if arguments.library else sides
    if not -len(sides) <= axis < len(sides):
        raise arguments.fail("python-axis")
    return sides[axis]


KNOWN: dict[str, Callable[[Arguments], Value]] = {
    **{name: _reduced("sum") for name in ["sum", "Sum", "fsum", "nansum", "summation"]},
    **{name: _reduced("prod") for name in ["prod", "Product", "product"]},
    **{name: _extreme("max") for name in ["max", "amax", "nanmax"]},
    **{name: _extreme("min") for name in ["min", "amin", "nanmin"]},
    "norm": _norm,
    "softmax": _of_vector(lambda tree: apply("softmax", tree)),
    "log_softmax": _of_vector(lambda tree: apply("log", apply("softmax", tree))),
    "logsumexp": _of_vector(lambda tree: apply("logsumexp", tree)),
    "entropy": _relative_entropy,
    "len": _length,
    "size": _size,
}
