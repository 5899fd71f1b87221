"""Whether two sides are equal under the declared definitions: by numbers, wherever the chain's head is defined."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.agreement import Numbers, ShapeDiffers, Situation
from interview_drill.formula.comparing import ENOUGH
from interview_drill.formula.computed import computed_with
from interview_drill.formula.domain import ROUND, WIDE
from interview_drill.formula.elementary import Pool, TooLarge
from interview_drill.formula.instance import Value
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.forms import holds, index_letters
from interview_drill.formula.steps.places import Places


class Truth(Struct, frozen=True):
    """`holds`: True, False, or None where too few points tell; `numbers` by situation hold what refutes.

    `shape` is a rank that does not fit. `compared` are the trees that the numbers are of, where those are not the
    sides themselves: what has no w drops out of their slopes.
    """

    holds: bool | None
    points: int
    numbers: tuple[Numbers, ...]
    written: tuple[Value, ...]
    situations: tuple[Situation, ...]
    shape: int | None = None
    compared: tuple[ast.Node, ast.Node] | None = None


class Constant(Struct, frozen=True):
    """The symbol `name` stands for any term without the quantity `variable`."""

    name: str
    variable: str

    def slope(self, tree: ast.Node) -> ast.Node:
        """What is left of a side where such terms do not count."""
        return ast.Derivative(tree, ast.Name(self.variable))

    def log_slope(self, tree: ast.Node) -> ast.Node:
        """What is left of a side where factors without the quantity do not count."""
        return self.slope(ast.Apply("log", (tree,)))

    def stands_in(self, *trees: ast.Node) -> bool:
        return any(holds(tree, lambda node: node == ast.Name(self.name)) for tree in trees)


Condition = tuple[str, bool, str]
"""(letter, whether they are equal, letter): the indices that a line is meant for."""


class Head:
    """One side of a chain, made ready to be compared with the others; `only` where a condition on its letters holds."""

    def __init__(
        self,
        scope: Scope,
        tree: ast.Node,
        indices: Mapping[str, str],
        constant: Constant | None = None,
        only: Condition | None = None,
    ) -> None:
        self.scope = scope
        self.tree = tree
        self.indices = dict(indices)
        self._places: dict[tuple, Places] = {}
        self.constant = constant
        self.only = only
        _whole_extremes(tree, scope)

    def places(self, tree: ast.Node, indices: Mapping[str, str]) -> Places:
        """Where it is compared with a tree: with all index letters of both sides, and what both compute with."""
        letters = self.letters(tree, indices)
        counts = computed_with((self.tree, tree), self.scope, letters)
        key = (*letters.items(), *sorted(counts.items()))
        if key not in self._places:
            self._places[key] = Places(
                self.scope, self.tree, letters, self._meant, counts, _is_extreme(self.tree, self.scope)
            )
        return self._places[key]

    def letters(self, tree: ast.Node, indices: Mapping[str, str]) -> dict[str, str]:
        """All index letters of both sides, each with the size that it runs over."""
        extra = {**self.indices, **indices}
        used = index_letters((self.tree, tree), self.scope, extra)
        return {name: extra[name] if name in extra else self.scope.symbols[name].shape[0] for name in used}

    def _meant(self, indices: Mapping[str, int]) -> bool:
        if self.only is None:
            return True
        left, equal, right = self.only
        if left not in indices or right not in indices:
            raise AnswerError("condition-on-what", left=left, right=right)
        return (indices[left] == indices[right]) is equal

    def compare(self, tree: ast.Node, indices: Mapping[str, str], arrays: bool = False) -> Truth:
        """Whether a tree has this side's value everywhere. Raises AnswerError where it makes no sense.

        Where both are nothing but rounding errors around zero, one more than each tells whether they are equal.
        """
        _whole_extremes(tree, self.scope)
        if self.constant is not None and self.drops_constants(tree):
            return self._by_slopes(self.constant.slope, tree, indices, arrays)
        found = self._compared(tree, indices, arrays)
        if found.holds is not None or isinstance(found.situations[0].key if found.situations else None, np.ndarray):
            return found
        raised = Head(self.scope, _plus_one(self.tree), self.indices, None, self.only)
        return raised._compared(_plus_one(tree), indices, arrays)

    def drops_constants(self, tree: ast.Node) -> bool:
        """Whether the constant stands in for terms; in an objective it is a term as good as any, and moves nothing."""
        return self.constant.stands_in(self.tree, tree) and not _is_extreme(self.tree, self.scope)

    def compare_factors(self, tree: ast.Node, indices: Mapping[str, str], arrays: bool = False) -> Truth:
        """Whether a tree is proportional to this side, as a function of what the constant is without.

        Raises AnswerError where nothing of that kind is declared.
        """
        if self.constant is None:
            raise AnswerError("proportional-to-what")
        return self._by_slopes(self.constant.log_slope, tree, indices, arrays)

    def _by_slopes(
        self, slope: Callable[[ast.Node], ast.Node], tree: ast.Node, indices: Mapping[str, str], arrays: bool
    ) -> Truth:
        mine, other = slope(self.tree), slope(tree)
        found = Head(self.scope, mine, self.indices, None, self.only).compare(other, indices, arrays)
        return replace(found, compared=(mine, other))

    def _compared(self, tree: ast.Node, indices: Mapping[str, str], arrays: bool) -> Truth:
        try:
            return self._by_numbers(tree, indices, arrays)
        except TooLarge:
            raise AnswerError("formula-too-large") from None

    def _by_numbers(self, tree: ast.Node, indices: Mapping[str, str], arrays: bool) -> Truth:
        used: list[Situation] = []
        numbers: list[Numbers] = []
        written: list[Value] = []
        for situation in self.places(tree, indices):
            used.append(situation)
            try:
                value = _laid(situation.value(tree, Pool(), arrays), situation.key)
                numbers.append(situation.compare(value))
            except ShapeDiffers as shape:
                return Truth(False, 0, tuple(numbers), tuple(written), tuple(used), shape.rank)
            written.append(value)
            if numbers[-1].differ.any():
                break
        return Truth(_holds(numbers, tuple(used)), _points(numbers), tuple(numbers), tuple(written), tuple(used))


def _whole_extremes(tree: ast.Node, scope: Scope) -> None:
    """A place of an extreme is a side of its own: nothing is computed with it. Raises AnswerError."""
    if not _is_extreme(tree, scope) and holds(tree, lambda node: _is_extreme(node, scope)):
        raise AnswerError("extreme-inside")


def _is_extreme(tree: object, scope: Scope) -> bool:
    if isinstance(tree, ast.Name) and tree.name in scope.symbols:
        return _is_extreme(scope.symbols[tree.name].value, scope)
    return isinstance(tree, ast.Big) and tree.operator in ("argmax", "argmin")


def _plus_one(tree: ast.Node) -> ast.Node:
    return ast.Plus((tree, ast.Number(Fraction(1))))


def _laid(value: Value, key: Value) -> Value:
    """A row for a column, and the other way round: both conventions of a gradient are in use."""
    both = isinstance(value, np.ndarray) and isinstance(key, np.ndarray)
    if both and value.shape != key.shape and value.size == key.size == max(*value.shape, *key.shape):
        return value.reshape(key.shape)
    return value


def _points(numbers: list[Numbers]) -> int:
    return sum(int(one.agree.sum()) for one in numbers)


def _holds(numbers: list[Numbers], situations: tuple[Situation, ...]) -> bool | None:
    if any(one.differ.any() for one in numbers):
        return False
    inner = [situation.chosen >= ROUND + WIDE for situation in situations]
    near = list(zip(numbers, inner, strict=True))
    if any((one.undefined & here).any() and not (one.agree & here).any() for one, here in near):
        return False
    agreed = sum(int((one.agree & here).sum()) for one, here in near)
    if sum(int((one.undefined & here).sum()) for one, here in near) > agreed:
        return None
    fixed = not any(here.any() for here in inner)  # nothing to draw: both sides are numbers
    return True if agreed >= ENOUGH or (fixed and _points(numbers)) else None
