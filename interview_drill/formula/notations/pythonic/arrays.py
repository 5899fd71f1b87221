"""Products of arrays, arrays made and reshaped, and written cases, by the libraries' names."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Sequence

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import loops
from interview_drill.formula.notations.pythonic.arguments import FLOATS, Arguments, several
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import apply
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import (
    Lazy,
    as_condition,
    as_number,
    compared,
    number,
    shifted,
    times,
)


def _product(arguments: Arguments) -> Node:
    """np.dot(w, x): a number times anything is entrywise."""
    left, right = arguments.trees("x", "y")
    if 0 in (arguments.rank(left), arguments.rank(right)):
        return times(left, right)
    return ast.Times((left, right), "@")


def _outer(arguments: Arguments) -> Node:
    return apply("outer", *arguments.trees("x", "y"))


def _joined(arguments: Arguments) -> Node:
    """np.concatenate([h, x]), np.append(h, x), torch.cat((h, x), dim=0)"""
    given = arguments.only("x", "axis", "dim", least=1)
    parts = given["x"]
    is_list = isinstance(parts, syntax.List | syntax.Tuple) and bool(parts.elts)
    if not is_list or arguments.axis(given) not in (None, 0, -1):
        raise arguments.fail("python-list")
    return ast.Stack(tuple(arguments.here.number(part) for part in parts.elts))


def _appended(arguments: Arguments) -> Node:
    return ast.Stack(tuple(arguments.trees("x", "y")))


def _array(arguments: Arguments) -> Node:
    """np.array([a, b]) of numbers, of a comprehension, or of an array."""
    given = arguments.only("x", "type", least=1)
    if "type" in given and arguments.type_of(given["type"]) not in FLOATS:
        raise arguments.fail("python-type", name=str(arguments.type_of(given["type"])))
    part = given["x"]
    if isinstance(part, syntax.GeneratorExp | syntax.ListComp):
        return loops.vector(arguments.here, part)
    found = arguments.here.number(part)
    if isinstance(found, ast.Stack) and isinstance(part, syntax.List) and any(map(arguments.rank, found.parts)):
        raise arguments.fail("python-list")
    return found


def _sized(function: str) -> Callable[[Arguments], Node]:
    """eye(n), zeros(n), ones((n,))"""

    def read(arguments: Arguments) -> Node:
        part = arguments.only("n", "m", least=1)
        if "m" in part and arguments.here.number(part["m"]) != arguments.here.number(part["n"]):
            raise arguments.fail("python-arguments", name=arguments.name, count=1)
        found = arguments.here.value(part["n"])
        length = found[0] if isinstance(found, tuple) and len(found) == 1 else arguments.here.number(part["n"])
        return apply(function, length)

    return read


def _full(arguments: Arguments) -> Node:
    length, value = arguments.trees("n", "value")
    return times(value, apply("ones", length))


def _one_hot(arguments: Arguments) -> Node:
    """one_hot(y, C): the row of the identity matrix."""
    index, length = arguments.trees("y", "n")
    return ast.Entry(apply("eye", length), (shifted(index, 1),))


def _arange(arguments: Arguments) -> Node:
    """arange(n): the vector 0, ..., n - 1"""
    if len(arguments.places) != 1:
        raise arguments.fail("python-range")
    name = arguments.here.fresh("i")
    bounds = ast.Range(number(1), arguments.trees("n")[0])
    return ast.Big("vector", (name,), (bounds,), None, shifted(ast.Name(name), -1))


def _where(arguments: Arguments) -> Node | Lazy:
    """np.where(condition, a, b)"""
    return entrywise(
        lambda condition, a, b: ast.Cases(((as_number(a), as_condition(condition)),), as_number(b), True),
        arguments.values("condition", "x", "y"),
        arguments.here,
    )


def _piecewise(arguments: Arguments) -> Node:
    """Piecewise((a, x > 0), (b, True)): the first that holds."""
    branches: list[tuple[Node, Node]] = []
    for part in several(arguments):
        if not isinstance(part, syntax.Tuple) or len(part.elts) != 2:
            raise arguments.here.fail("python-piecewise", part)
        value, condition = part.elts
        if literal(condition) is True:
            return ast.Cases(tuple(branches), arguments.here.number(value), True)
        branches.append((arguments.here.number(value), arguments.here.condition(condition)))
    return ast.Cases(tuple(branches), None, True)


def _select(arguments: Arguments) -> Node:
    """np.select([c1, c2], [a, b], default=c)"""
    given = arguments.only("conditions", "choices", "default", least=2)
    lists = given["conditions"], given["choices"]
    if not all(isinstance(part, syntax.List) for part in lists) or len(lists[0].elts) != len(lists[1].elts):
        raise arguments.fail("python-list")
    pairs = zip(lists[1].elts, lists[0].elts, strict=True)
    branches = tuple((arguments.here.number(value), arguments.here.condition(test)) for value, test in pairs)
    default = arguments.here.number(given["default"]) if "default" in given else number(0)
    return ast.Cases(branches, default, True)


def _reshaped(arguments: Arguments) -> Node:
    """x.reshape(-1, 1) is a column, x.reshape(1, -1) a row, x.reshape(-1) of a vector itself."""
    array, *rest = several(arguments)
    sides = rest[0].elts if len(rest) == 1 and isinstance(rest[0], syntax.Tuple) else rest
    return _with_sides(arguments, arguments.here.number(array), [literal(side) for side in sides])


def _with_sides(arguments: Arguments, tree: Node, sides: Sequence[object]) -> Node:
    if arguments.rank(tree) == 1 and sides in ([-1, 1], [1, -1]):
        return apply("newaxis", tree, number(int(sides[0] == -1)))
    if arguments.rank(tree) == 1 and sides in ([-1], []):
        return tree
    raise arguments.fail("python-axis")


def _expanded(arguments: Arguments) -> Node:
    given = arguments.only("x", "axis", "dim", least=1)
    axis = arguments.axis(given)
    tree = arguments.here.number(given["x"])
    if axis not in (0, 1, -1) or arguments.rank(tree) != 1:
        raise arguments.fail("python-axis")
    return apply("newaxis", tree, number(axis % 2))


def _flat(arguments: Arguments) -> Node:
    return _with_sides(arguments, arguments.trees("x")[0], [])


def _diagonal(arguments: Arguments) -> Node:
    return apply("diag", arguments.trees("x")[0])


def _flat_diagonal(arguments: Arguments) -> Node:
    """np.diagflat(x): the entries of x, a column or a row as well, along the diagonal of a matrix."""
    tree = arguments.trees("x")[0]
    entries = _entries_of_line(tree)
    if arguments.rank(entries) != 1:
        raise arguments.fail("python-axis")
    return apply("diag", entries)


def _entries_of_line(tree: Node) -> Node:
    """The vector that a column or a row was made of, else the tree."""
    inner = tree.operand if isinstance(tree, ast.Transpose) else tree
    return inner.arguments[0] if isinstance(inner, ast.Apply) and inner.function == "newaxis" else tree


def _trace(arguments: Arguments) -> Node:
    return ast.Big("sum", (), (), None, apply("diag", arguments.trees("x")[0]))


def _transposed(arguments: Arguments) -> Node:
    return ast.Transpose(arguments.here.number(arguments.only("x", "y", "z", least=1)["x"]))


def _flipped(arguments: Arguments) -> Lazy:
    """np.flip(K): every axis turned round."""
    tree = arguments.trees("x")[0]
    start = [syntax.Slice(step=syntax.UnaryOp(syntax.USub(), syntax.Constant(1)))] * (arguments.rank(tree) or 1)
    index = syntax.Tuple(start, syntax.Load()) if len(start) > 1 else start[0]
    part = syntax.copy_location(syntax.Subscript(arguments.places[0], index, syntax.Load()), arguments.node)
    return arguments.here.entries(part)


def _delta(arguments: Arguments) -> Node:
    left, right = arguments.trees("i", "j")
    equal = compared("=", left, right)
    return apply("delta", equal.left, equal.right)


KNOWN: dict[str, Callable[[Arguments], Node | Lazy]] = {
    **dict.fromkeys(["dot", "matmul", "inner", "vdot", "mm", "mv"], _product),
    "outer": _outer,
    **dict.fromkeys(["concatenate", "hstack", "cat", "concat"], _joined),
    "append": _appended,
    "array": _array,
    **{name: _sized("eye") for name in ["eye", "identity"]},
    "zeros": _sized("zeros"),
    "ones": _sized("ones"),
    "full": _full,
    "one_hot": _one_hot,
    "arange": _arange,
    "where": _where,
    "Piecewise": _piecewise,
    "select": _select,
    **dict.fromkeys(["reshape", "view"], _reshaped),
    **dict.fromkeys(["expand_dims", "unsqueeze"], _expanded),
    **dict.fromkeys(["ravel", "flatten", "squeeze"], _flat),
    **dict.fromkeys(["diag", "diagonal"], _diagonal),
    "diagflat": _flat_diagonal,
    "trace": _trace,
    **dict.fromkeys(["transpose", "t"], _transposed),
    **dict.fromkeys(["flip", "fliplr", "flipud"], _flipped),
    "KroneckerDelta": _delta,
}
