"""z[k], K[m, n], a[:, None], w[::-1], z.shape[0], w.T -> trees."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Sequence

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entry, first_index, lazily
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import (
    PAPER,
    ZERO,
    Lazy,
    Value,
    as_condition,
    is_condition,
    number,
    opposite,
    plus,
    shifted,
)


def subscript(here: Context, node: syntax.Subscript) -> Value:
    """An entry, a part, or a new axis of an array. Raises AnswerError."""
    parts = _parts(node.slice)
    if isinstance(node.value, syntax.Attribute) and node.value.attr in ("r_", "c_"):
        return ast.Stack(tuple(here.number(part) for part in parts))
    chosen = _chosen(here, node)
    if chosen is not None:
        return chosen
    array = here.value(node.value)
    if isinstance(array, tuple):
        return array[_literal(here, node, len(array))]
    array = here.entries(node.value) if not isinstance(array, Lazy) else array
    if any(map(_is_new_axis, parts)):
        return _with_axis(here, node, array, parts)
    return _entry(here, node, array, [part for part in parts if not _is_ellipsis(part)])


def _chosen(here: Context, node: syntax.Subscript) -> Node | None:
    """[a, b][condition] is b where the condition holds, and a otherwise; None where it is no such choice."""
    choices = node.value.elts if isinstance(node.value, syntax.List | syntax.Tuple) else []
    if len(choices) != 2 or isinstance(node.slice, syntax.Slice | syntax.Tuple | syntax.Constant):
        return None
    test = here.tree(node.slice)
    if not _is_test(test) or shape(test, here.names.scope):
        return None
    otherwise, then = (here.number(choice) for choice in choices)
    return ast.Cases(((then, as_condition(test)),), otherwise, True)


def _is_test(tree: Node) -> bool:
    return is_condition(tree) or (isinstance(tree, ast.Apply) and tree.function == "indicator")


def _parts(index: syntax.AST) -> list[syntax.AST]:
    return list(index.elts) if isinstance(index, syntax.Tuple) else [index]


def _is_ellipsis(part: syntax.AST) -> bool:
    return isinstance(part, syntax.Constant) and part.value is ...


def _is_new_axis(part: syntax.AST) -> bool:
    is_none = isinstance(part, syntax.Constant) and part.value is None
    return is_none or (isinstance(part, syntax.Attribute) and part.attr == "newaxis")


def _is_all(part: syntax.AST) -> bool:
    return isinstance(part, syntax.Slice) and part.lower is None and part.upper is None and part.step is None


def _literal(here: Context, node: syntax.Subscript, length: int) -> int:
    index = literal(node.slice)
    if not isinstance(index, int) or not -length <= index < length:
        raise here.fail("python-index", node)
    return index


def _with_axis(here: Context, node: syntax.Subscript, array: Node | Lazy, parts: Sequence[syntax.AST]) -> Node:
    """a[:, None] is a column, a[None, :] a row."""
    kept = [part for part in parts if not _is_new_axis(part)]
    if len(parts) - len(kept) != 1 or len(kept) > 1 or not all(_is_all(part) or _is_ellipsis(part) for part in kept):
        raise here.fail("python-axis", node)
    axis = 0 if _is_new_axis(parts[0]) else 1
    return new_axis(here.whole_of(array, node), axis)


def new_axis(array: Node, axis: int) -> Node:
    return ast.Apply("newaxis", (array, number(axis)))


def _entry(here: Context, node: syntax.Subscript, array: Node | Lazy, parts: Sequence[syntax.AST]) -> Node | Lazy:
    if all(map(_is_all, parts)):
        return array
    if any(isinstance(part, syntax.Slice) for part in parts):
        return _window(here, node, array, parts)
    return entry_at(here, array, parts, node)


def entry_at(
    here: Context, array: Node | Lazy, parts: Sequence[syntax.AST], node: syntax.Subscript | None = None
) -> Node:
    """The entry at typed indices, which count from 0 unless a sum on paper's terms runs over them."""
    sides = _sides(here, array)
    start = 1 if isinstance(array, Lazy) else first_index(array, here)
    if node is not None and shape_of(here, array) == ():
        raise here.fail("name-takes-no-index", node, name=here.source.typed(node.value)[:40])
    indices = [_paper_index(here, part, start) or _index(here, part, sides, place) for place, part in enumerate(parts)]
    if isinstance(array, Lazy):
        return _of_lazy(here, node or parts[0], array, indices)
    if isinstance(array, ast.Apply) and array.function == "eye" and len(indices) == 2:
        return ast.Apply("delta", tuple(shifted(index, 1) for index in indices))
    return entry(array, indices, here)


def _of_lazy(here: Context, node: syntax.AST, array: Lazy, indices: Sequence[Node]) -> Node:
    if len(indices) != len(array.shape):
        raise here.fail("python-window", node)
    return array.entry(indices)


def shape_of(here: Context, array: Node | Lazy) -> tuple[Node, ...] | None:
    return array.shape if isinstance(array, Lazy) else shape(array, here.names.scope)


def _sides(here: Context, array: Node | Lazy) -> tuple[Node, ...]:
    return shape_of(here, array) or ()


def _paper_index(here: Context, part: syntax.AST, start: int) -> Node | None:
    """An index alone that counts from 1, as the zero-based one that it stands for."""
    on_paper = here.bindings.get(PAPER, ())
    if not isinstance(part, syntax.Name) or part.id not in on_paper:
        return None
    return shifted(here.tree(part), -start)


def _index(here: Context, part: syntax.AST, sides: Sequence[Node], place: int) -> Node:
    """A zero-based index; a negative number counts from the end."""
    offset = literal(part)
    if isinstance(offset, int) and offset < 0:
        if place >= len(sides):
            raise here.fail("python-index", part)
        return shifted(sides[place], offset)
    index = here.tree(part)
    if is_condition(index) or shape(index, here.names.scope):
        raise here.fail("python-index", part)
    return index


def _window(here: Context, node: syntax.Subscript, array: Node | Lazy, parts: Sequence[syntax.AST]) -> Lazy:
    """z[1:], I[i:i+h, j:j+w], K[::-1, ::-1], M[:, j]: an array known by its entries."""
    whole = lazily(array, here)
    if len(parts) > len(whole.shape):
        raise here.fail("python-window", node)
    parts = [*parts, *[syntax.Slice()] * (len(whole.shape) - len(parts))]
    axes = [_axis(here, node, part, place, whole) for place, part in enumerate(parts)]
    kept = tuple(length for length, _ in axes if length is not None)

    def found(indices: Sequence[Node]) -> Node:
        given = iter(indices)
        return whole.entry([place(None if length is None else next(given)) for length, place in axes])

    return Lazy(kept, found)


def _axis(
    here: Context, node: syntax.AST, part: syntax.AST, place: int, whole: Lazy
) -> tuple[Node | None, Callable[[Node | None], Node]]:
    """What one part of a subscript leaves of a dimension: its length (None: nothing), and where its entries lie."""
    side = whole.shape[place]
    if not isinstance(part, syntax.Slice):
        index = _index(here, part, whole.shape, place)
        return None, lambda _: index
    step = 1 if part.step is None else literal(part.step)
    if step == -1 and part.lower is None and part.upper is None:
        return side, lambda at: shifted(plus(side, opposite(at)), -1)
    if step != 1:
        raise here.fail("python-window", node)
    lower = ZERO if part.lower is None else _bound(here, part.lower, side)
    upper = side if part.upper is None else _bound(here, part.upper, side)
    return shifted(plus(upper, ast.Minus(lower)), 0), lambda at: shifted(plus(lower, at), 0)


def _bound(here: Context, part: syntax.AST, side: Node) -> Node:
    offset = literal(part)
    return shifted(side, offset) if isinstance(offset, int) and offset < 0 else here.tree(part)


def attribute(here: Context, node: syntax.Attribute) -> Value:
    """What an array knows about itself."""
    read = ATTRIBUTES.get(node.attr)
    if read is None:
        raise here.fail("python-not-read", node, typed=here.source.typed(node)[:40])
    return read(here, node, here.entries(node.value))


def _known_shape(here: Context, node: syntax.AST, array: Node | Lazy) -> tuple[Node, ...]:
    known = shape_of(here, array)
    if not known:
        raise here.fail("python-no-length", node)
    return known


def length(here: Context, node: syntax.AST, array: Node | Lazy) -> Node:
    """len(z)"""
    return _known_shape(here, node, array)[0]


def size(here: Context, node: syntax.AST, array: Node | Lazy) -> Node:
    """The number of an array's entries."""
    sides = _known_shape(here, node, array)
    return sides[0] if len(sides) == 1 else ast.Times(sides, "odot")


def _transposed(here: Context, node: syntax.AST, array: Node | Lazy) -> Node:
    return ast.Transpose(here.whole_of(array, node))


ATTRIBUTES: dict[str, Callable[[Context, syntax.AST, Node | Lazy], Value]] = {
    "T": _transposed,
    "mT": _transposed,
    "shape": _known_shape,
    "size": size,
    "ndim": lambda here, node, array: number(len(_known_shape(here, node, array))),
    "real": lambda here, node, array: array,
}
