"""Idle leaves: a number or a name that could be another one, and no point would tell.

Beside such a leaf the points say nothing of what they agree on: e^{-40} and e^{-60} are one to float64, and so are
min(x, 10^9) and min(x, 10^10) wherever a point is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict, replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.agreement import CLOSE, Numbers
from interview_drill.formula.notations.pythonic.functions import truncated
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import changed

ONE, TWO = ast.Number(Fraction(1)), ast.Number(Fraction(2))
STRUCTURE = {
    ast.Entry: ("indices",),
    ast.Derivative: ("variable",),
    ast.Norm: ("order",),
    ast.Big: ("bounds", "condition"),
    ast.Probability: ("event", "given"),
}
"""Fields that say which entry, by what, of what order: changed, they make another formula or none."""
EXTREMES = ("argmax", "argmin")
NO_QUANTITIES = ("index", "function", "event", "set")
LONG = 10**6
"""A number of smaller parts is felt as a whole or not at all."""
NOTHING = 1e-9
"""Beside an exact zero anything shows, however small: such a point tells of no change."""


class Leaves(Struct, frozen=True):
    """The leaves of trees in a scope, to be changed one by one.

    A number becomes up to half as large again, a quantity up to ½ more (a whole one 1, or a floor hides it); the names
    `made` by a learner may stand for a number, and are changed like one. A change is constant with respect to nothing
    in `by`: else it would drop out of a derivative, or of an objective.
    """

    scope: Scope
    by: tuple[ast.Node, ...] = ()
    made: frozenset[str] = frozenset()

    def idle(self, tree: ast.Node, shows: Callable[[ast.Node], bool]) -> bool:
        """Whether there is a leaf whose change does not show."""
        return any(not is_seen(one, shows) for one in self.changed(tree))

    def changed(self, tree: ast.Node) -> Iterator[ast.Node]:
        """The tree with one leaf after another changed."""
        if isinstance(tree, ast.Number):
            yield self._stretched(tree) if tree.value else self._some()
            yield from _beside(tree.value)
        elif isinstance(tree, ast.Name):
            yield from self._named(tree, tree.name)
        elif isinstance(tree, ast.Entry) and isinstance(tree.base, ast.Name):
            yield from self._named(tree, tree.base.name)
        elif (inside := _truncated(tree)) is not None:
            yield from map(truncated, self.changed(inside))
        else:
            yield from self._inside(tree)

    def _named(self, tree: ast.Name | ast.Entry, name: str) -> Iterator[ast.Node]:
        """To a whole array nothing can be added, so it is stretched; a constant, an index stays what it is."""
        symbol = self.scope.symbols.get(name)
        if symbol is not None and symbol.type not in NO_QUANTITIES:
            stretched = name in self.made or self._is_array(tree)
            more = ONE if _is_whole(symbol) and not self.by else self._some()
            yield self._stretched(tree) if stretched else ast.Plus((tree, more))

    def _inside(self, tree: ast.Node) -> Iterator[ast.Node]:
        inner, values = replace(self, by=(*self.by, *_asked_for(tree))), asdict(tree)
        for name, value in values.items():
            for one in inner._of_field(value) if name not in STRUCTURE.get(type(tree), ()) else ():
                yield type(tree)(**{**values, name: one})

    def _of_field(self, value: object) -> Iterator[object]:
        if isinstance(value, ast.Tree):
            yield from self.changed(value)
        elif isinstance(value, tuple):
            for place, part in enumerate(value):
                for one in self._of_field(part):
                    yield (*value[:place], one, *value[place + 1 :])

    def _stretched(self, tree: ast.Node) -> ast.Node:
        return ast.Times((tree, ast.Plus((ONE, self._some()))))

    def _some(self) -> ast.Node:
        """1/(2 + v²), with each v of `by`."""
        squares = (_square_of_array(one) if self._is_array(one) else ast.Power(one, TWO) for one in self.by)
        return ast.Over(ONE, ast.Plus((TWO, *squares)))

    def _is_array(self, tree: ast.Node) -> bool:
        symbol = self.scope.symbols.get(tree.name) if isinstance(tree, ast.Name) else None
        return symbol is not None and bool(symbol.shape or symbol.parameters)


def ends_moved(tree: ast.Node) -> Iterator[ast.Node]:
    """The tree with one number moved by one, in each bound and condition of its sums."""
    return changed(tree, _with_end_moved)


def _with_end_moved(node: ast.Node) -> Iterator[ast.Node]:
    if isinstance(node, ast.Big):
        yield from (replace(node, bounds=bounds) for bounds in changed(node.bounds, _next))
        yield from (replace(node, condition=one) for one in changed(node.condition, _next))


def _next(node: ast.Node) -> Iterator[ast.Node]:
    if isinstance(node, ast.Number):
        yield ast.Number(node.value + 1)


def _square_of_array(tree: ast.Node) -> ast.Node:
    """The sum of the squares of all entries; a norm would have no slope where all of them are 0."""
    return ast.Big("sum", (), (), None, ast.Times((tree, tree), "odot"))


def _beside(value: Fraction) -> Iterator[ast.Number]:
    """A number of many digits with another last one: 2.718281828459045 is e to every point."""
    if max(abs(value.numerator), value.denominator) > LONG:
        yield ast.Number(Fraction(value.numerator + 1, value.denominator))


def tells(found: Iterable[Numbers]) -> bool:
    """Whether numbers beside a key's come apart, or are undefined, at a point where they are not all but zero."""
    return any(one.undefined.any() or (one.differ & _apart(one)).any() for one in found)


def _apart(one: Numbers) -> np.ndarray:
    """The points where some entry that is not all but zero differs by more than rounding."""
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(one.yours), np.abs(one.wanted))
        return ((size > NOTHING) & (np.abs(one.yours - one.wanted) > CLOSE * size)).any(axis=0)


def is_seen(tree: ast.Node, shows: Callable[[ast.Node], bool]) -> bool:
    """A change after which a formula makes no sense is no small one (1.5 for an index)."""
    try:
        return shows(tree)
    except AnswerError:
        return True


def _is_whole(symbol: Symbol) -> bool:
    mapped = symbol.range if isinstance(symbol.range, Mapping) else {}
    return symbol.type == "size" or symbol.range == "integer" or bool(mapped.get("integer"))


def _truncated(tree: ast.Node) -> ast.Node | None:
    """The x of a written-out int(x), which is one function: nobody made up its case below zero."""
    if not isinstance(tree, ast.Cases) or not isinstance(tree.otherwise, ast.Apply):
        return None
    inside = tree.otherwise.arguments[0]
    return inside if truncated(inside) == tree else None


def _asked_for(tree: ast.Node) -> tuple[ast.Node, ...]:
    """What a derivative is taken by, what an extreme is sought over."""
    if isinstance(tree, ast.Derivative):
        return (tree.variable,)
    if isinstance(tree, ast.Big) and tree.operator in EXTREMES:
        return tuple(map(ast.Name, tree.indices))
    return ()
