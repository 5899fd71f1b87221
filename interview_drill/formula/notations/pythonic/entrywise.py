"""Entrywise operations: on trees at once, on windows entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.shapes import broadcast, shape
from interview_drill.formula.notations.pythonic.values import ONE, ZERO, Lazy, plus, shifted


def entrywise(build: Callable[..., Node], operands: Sequence[Node | Lazy], here: Context) -> Node | Lazy:
    """build(*operands), kept as a window where one of them is a window."""
    if not any(isinstance(operand, Lazy) for operand in operands):
        return build(*operands)
    lazy = [lazily(operand, here) for operand in operands]
    _fit([one.shape for one in lazy], here)
    whole = broadcast([one.shape for one in lazy]) or ()
    return Lazy(whole, lambda indices: build(*(_stretched(one, indices) for one in lazy)))


def _fit(shapes: Sequence[Sequence[Node]], here: Context) -> None:
    """A window goes with an array that is as long. Raises AnswerError: `y * z[:4]` has a meaning at one size only."""
    longest = max(map(len, shapes), default=0)
    padded = [(*(ONE,) * (longest - len(one)), *one) for one in shapes]
    for sides in zip(*padded, strict=True):
        first, *others = [side for side in sides if side != ONE] or [ONE]
        if any(shifted(plus(first, ast.Minus(other)), 0) != ZERO for other in others):
            raise AnswerError("python-window-sizes", 0, len(here.source.text))


def lazily(operand: Node | Lazy, here: Context) -> Lazy:
    """A tree as an array that is known by its entries; one number is the same everywhere."""
    if isinstance(operand, Lazy):
        return operand
    known = shape(operand, here.names.scope) or ()
    return Lazy(known, lambda indices: entry(operand, indices, here) if indices else operand)


def _stretched(one: Lazy, indices: Sequence[Node]) -> Node:
    own = indices[len(indices) - len(one.shape) :]
    return one.entry([ZERO if side == ONE else index for index, side in zip(own, one.shape, strict=True)])


def entry(array: Node, indices: Sequence[Node], here: Context) -> Node:
    """The entry of an array at zero-based indices."""
    start = first_index(array, here)
    if isinstance(array, ast.Entry) and start == first_index(array.base, here):
        return ast.Entry(array.base, (*array.indices, *(shifted(index, start) for index in indices)))
    return ast.Entry(array, tuple(shifted(index, start) for index in indices))


def first_index(array: Node, here: Context) -> int:
    """Where an array's indices start on paper: as declared, and at 1 for what is computed."""
    base = array.base if isinstance(array, ast.Entry) else array
    symbol = here.names.scope.symbols.get(base.name) if isinstance(base, ast.Name) else None
    return symbol.start if symbol is not None else 1
