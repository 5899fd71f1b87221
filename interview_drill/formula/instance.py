"""One instance of a scope: concrete sizes, and concrete values of its indices; what a name stands for there.

Values are scalar trees (elementary.Node) or NumPy object arrays of them, of one or two dimensions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.elementary import Node, Pool
from interview_drill.formula.layout import linear
from interview_drill.formula.scope import Scope, Symbol

if TYPE_CHECKING:
    from interview_drill.formula import ast

Value = Node | np.ndarray


class Instance(Struct, frozen=True):
    """`sizes` by size name, `indices` by index name (free and bound ones), `bound` the arguments of abbreviations.

    `arrays` says that NumPy's rules hold (Python notation): products are elementwise, and shapes broadcast.
    `kept` names abbreviations (or single entries) that stay atoms: the variables of derivatives being taken.
    """

    scope: Scope
    pool: Pool
    sizes: Mapping[str, int]
    indices: Mapping[str, int] = {}
    bound: Mapping[str, Value] = {}
    arrays: bool = False
    depth: int = 0
    kept: frozenset[str] = frozenset()

    def at(self, **indices: int) -> Instance:
        """The same with further indices fixed."""
        inside = {**self.indices, **indices}
        return Instance(self.scope, self.pool, self.sizes, inside, self.bound, self.arrays, self.depth, self.kept)

    def within(self, bound: Mapping[str, Value], indices: Mapping[str, int]) -> Instance:
        """The inside of an abbreviation: its parameters are bound, the rules of paper hold there."""
        if self.depth > 8:
            raise AnswerError("formula-too-large")
        inside = {**self.indices, **indices}
        return Instance(self.scope, self.pool, self.sizes, inside, bound, False, self.depth + 1, self.kept)

    def symbol(self, name: str) -> Symbol | None:
        return self.scope.symbols.get(name)

    def size(self, name: str) -> int:
        """The number that a size name (or a literal, or a sum like H+D) stands for."""
        if name in self.sizes:
            return self.sizes[name]
        return sum(self.sizes[part] if part in self.sizes else int(part) for part in name.replace(" ", "").split("+"))

    def shape(self, symbol: Symbol) -> tuple[int, ...]:
        return tuple(self.size(name) for name in symbol.shape)


class RowVector(np.ndarray):
    """A transposed vector: one row. A matrix may have one row too, and is a matrix for all that."""


def row_vector(value: np.ndarray) -> RowVector:
    return value.reshape(1, -1).view(RowVector)


def array(nested: list) -> np.ndarray:
    """An object array of nodes from nested lists of one or two levels."""
    rows, columns = len(nested), len(nested[0]) if nested and isinstance(nested[0], list) else None
    made = np.empty((rows,) if columns is None else (rows, columns), dtype=object)
    for place in np.ndindex(made.shape):
        made[place] = nested[place[0]] if columns is None else nested[place[0]][place[1]]
    return made


def each(function, *values: Value) -> Value:
    """A scalar function applied entry by entry; arrays must agree in shape or broadcast."""
    if not any(isinstance(value, np.ndarray) for value in values):
        return function(*values)
    shaped = np.broadcast_arrays(*(value if isinstance(value, np.ndarray) else _lone(value) for value in values))
    made = np.empty(shaped[0].shape, dtype=object)
    for place in np.ndindex(made.shape):
        made[place] = function(*(one[place] for one in shaped))
    return made.view(RowVector) if any(isinstance(value, RowVector) for value in values) else made


def _lone(node: Node) -> np.ndarray:
    made = np.empty((), dtype=object)
    made[()] = node
    return made


def rank(value: Value) -> int:
    """The number of axes; 0 for a scalar."""
    return value.ndim if isinstance(value, np.ndarray) else 0


def scalar(value: Value, what: str) -> Node:
    """The value, which must be one number. Raises AnswerError naming what is not."""
    if isinstance(value, np.ndarray):
        if value.size == 1:
            return value.reshape(-1)[0]
        raise AnswerError("not-a-number", name=what)
    return value


LONGEST_SPELLED = 40


def spelled(tree: ast.Node, here: Instance) -> str:
    """A short name for a tree in an error: the symbol that it starts with, else what was understood."""
    name = getattr(tree, "name", None) or getattr(getattr(tree, "base", None), "name", None)
    if name:
        return str(name)
    text = linear.written(tree, scope=here.scope)
    return text if len(text) <= LONGEST_SPELLED else f"{text[: LONGEST_SPELLED - 1]}…"
