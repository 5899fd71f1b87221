"""The shape of a tree under NumPy's rules, as sizes on paper: what len, .shape and an axis need to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.names import size_of
from interview_drill.formula.notations.pythonic.values import ONE, plus, shifted
from interview_drill.formula.scope import Scope, Symbol

Shape = tuple[Node, ...] | None
"""() is one number; None is not known."""


def shape(tree: Node, scope: Scope) -> Shape:
    """The shape of a tree."""
    return SHAPES.get(type(tree), _entrywise)(tree, scope)


def rank(tree: Node, scope: Scope) -> int | None:
    """The number of dimensions of a tree, None where it is not known."""
    found = shape(tree, scope)
    return None if found is None else len(found)


def _entrywise(tree: Node, scope: Scope) -> Shape:
    return broadcast([shape(part, scope) for part in _operands(tree)])


def _operands(tree: Node) -> Sequence[Node]:
    if isinstance(tree, ast.Cases):
        flat = [part for branch in tree.branches for part in branch]
        return flat + ([tree.otherwise] if tree.otherwise is not None else [])
    for field in ("terms", "factors", "operands", "arguments"):
        if hasattr(tree, field):
            return getattr(tree, field)
    single = ("operand", "numerator", "denominator", "base", "exponent", "left", "right")
    return [getattr(tree, name) for name in single if hasattr(tree, name)]


def broadcast(shapes: Sequence[Shape]) -> Shape:
    """The shape of an entrywise result; a dimension of 1 stretches."""
    known = [one for one in shapes if one is not None]
    if len(known) < len(shapes):
        return None
    longest = max(map(len, known), default=0)
    padded = [(ONE,) * (longest - len(one)) + one for one in known]
    return tuple(next((side for side in sides if side != ONE), ONE) for sides in zip(*padded, strict=True))


def _name(tree: ast.Name, scope: Scope) -> Shape:
    symbol = scope.symbols.get(tree.name)
    return () if symbol is None else of_symbol(symbol, scope)


def of_symbol(symbol: Symbol, scope: Scope) -> Shape:
    """The declared shape of a symbol; an abbreviation with parameters runs over what they run over."""
    if symbol.type in ("array", "set") or symbol.shape:
        return tuple(map(size_of, symbol.shape)) if symbol.type != "index" else ()
    if symbol.type != "value":
        return ()
    if symbol.parameters:
        declared = [scope.symbols.get(name) for name in symbol.parameters]
        return tuple(size_of(one.shape[0]) if one and one.shape else ONE for one in declared)
    return shape(symbol.value, scope) if symbol.value is not None else None


def _entry(tree: ast.Entry, scope: Scope) -> Shape:
    base = shape(tree.base, scope)
    return () if base is None or len(base) < len(tree.indices) else base[len(tree.indices) :]


def _times(tree: ast.Times, scope: Scope) -> Shape:
    shapes = [shape(factor, scope) for factor in tree.factors]
    if tree.sign != "@":
        return broadcast(shapes)
    return None if None in shapes else _matrix_product(shapes)  # type: ignore[arg-type]


def _matrix_product(shapes: Sequence[tuple[Node, ...]]) -> Shape:
    left, right = shapes[0], shapes[1]
    found = left[:-1] + (right[1:] if len(right) > 1 else ())
    return found if len(shapes) == 2 else _matrix_product([found, *shapes[2:]])


def _big(tree: ast.Big, scope: Scope) -> Shape:
    if tree.operator == "vector" and isinstance(tree.bounds[0], ast.Range):
        length = shifted(plus(tree.bounds[0].upper, ast.Minus(tree.bounds[0].lower)), 1)
        return (length,)
    return shape(tree.body, scope) if tree.indices else ()


def _apply(tree: ast.Apply, scope: Scope) -> Shape:
    symbol = scope.symbols.get(tree.function)
    if symbol is not None and symbol.type == "function":
        return tuple(map(size_of, symbol.shape))
    special = APPLIED.get(tree.function)
    return special(tree.arguments, scope) if special else _entrywise(tree, scope)


def _diag(arguments: Sequence[Node], scope: Scope) -> Shape:
    inner = shape(arguments[0], scope)
    return None if inner is None else inner * 2 if len(inner) == 1 else inner[:1]


def _outer(arguments: Sequence[Node], scope: Scope) -> Shape:
    left, right = (shape(one, scope) for one in arguments)
    return None if left is None or right is None else left + right


def _new_axis(arguments: Sequence[Node], scope: Scope) -> Shape:
    inner = shape(arguments[0], scope)
    if inner is None:
        return None
    return (*inner, ONE) if arguments[1] == ONE else (ONE, *inner)


def _sum_axis(arguments: Sequence[Node], scope: Scope) -> Shape:
    inner = shape(arguments[0], scope)
    if inner is None or not isinstance(arguments[1], ast.Number):
        return None
    axis = int(arguments[1].value) % max(len(inner), 1)
    kept = (ONE,) if arguments[2] == ONE else ()
    return inner[:axis] + kept + inner[axis + 1 :]


def _number(arguments: Sequence[Node], scope: Scope) -> Shape:
    return ()


APPLIED: dict[str, Callable[[Sequence[Node], Scope], Shape]] = {
    "diag": _diag,
    "outer": _outer,
    "newaxis": _new_axis,
    "sum_axis": _sum_axis,
    "mean": _number,
    "logsumexp": _number,
    "delta": _number,
    "eye": lambda arguments, scope: (arguments[0], arguments[0]),
    "ones": lambda arguments, scope: (arguments[0],),
    "zeros": lambda arguments, scope: (arguments[0],),
}


def _transpose(tree: ast.Transpose, scope: Scope) -> Shape:
    inner = shape(tree.operand, scope)
    return None if inner is None else inner[::-1]


def _stack(tree: ast.Stack, scope: Scope) -> Shape:
    shapes = [shape(part, scope) for part in tree.parts]
    if any(one is None or len(one) > 1 for one in shapes):
        return None
    total: Node = ast.Number(ONE.value - 1)
    for one in shapes:
        total = plus(total, one[0] if one else ONE)
    return (shifted(total, 0),)


SHAPES: dict[type, Callable[..., Shape]] = {
    ast.Number: lambda tree, scope: (),
    ast.Name: _name,
    ast.Entry: _entry,
    ast.Times: _times,
    ast.Big: _big,
    ast.Apply: _apply,
    ast.Transpose: _transpose,
    ast.Stack: _stack,
    ast.Norm: lambda tree, scope: (),
    ast.Probability: lambda tree, scope: (),
    ast.Expectation: lambda tree, scope: (),
}
