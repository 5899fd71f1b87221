"""Whether two formulas agree, by numbers: a mismatch is final, agreement is as good as the points are many.

The key is evaluated once a question; each answer only at the points where the key is defined and the declared
conditions hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.domain import POINTS, ROUND, Configuration, sampled, simplexes
from interview_drill.formula.elementary import Node, Pool, in_order
from interview_drill.formula.instance import Instance, Value, rank
from interview_drill.formula.instantiating import instantiate
from interview_drill.formula.numeric import values
from interview_drill.formula.rounding import bounded, excused, on_edges
from interview_drill.formula.scope import Scope

CLOSE = 1e-11
"""Numbers that agree so far need no analysis of their rounding errors."""
SLACK = 16.0
"""The error bounds are of first order; a mismatch must exceed them this many times."""
UNSURE = 1e-5
"""Where rounding alone may change this share of a number, the point tells nothing."""

BENT = ("fn", "cases")
STEPS = ("floor", "ceil")
NOWHERE = np.zeros(1, dtype=bool)


class Numbers(Struct, frozen=True):
    """What an answer is worth in one situation: `entries` x points, and which points agree, differ or are undefined.

    `hidden` are those with a gap to be seen that nothing excuses but a bound on rounding that is infinite.
    """

    yours: np.ndarray
    wanted: np.ndarray
    agree: np.ndarray
    differ: np.ndarray
    undefined: np.ndarray
    hidden: np.ndarray

    def without(self, untold: np.ndarray) -> Numbers:
        """The same, with nothing said of some points."""
        told = ~untold
        return Numbers(
            self.yours, self.wanted, self.agree & told, self.differ & told, self.undefined & told, self.hidden & told
        )


class Situation:
    """The key at one configuration: its scalar trees and its values at the points that count.

    With `marks`, the constants of an answer, its points lie on and beside them.
    """

    def __init__(
        self, scope: Scope, key: ast.Node, configuration: Configuration, marks: tuple[float, ...] = ()
    ) -> None:
        self.scope = scope
        self.marks = marks
        self.configuration = configuration
        self.key_tree = key
        self.pool = Pool()
        self.key = instantiate(key, self.here(self.pool, False))
        self._points: dict[str, np.ndarray] = {}
        self.chosen = self._choose()
        self.general = self.chosen >= ROUND
        self._chosen_points: dict[str, np.ndarray] = {}
        self.wanted = self.at_chosen(_flat(self.key))

    def here(self, pool: Pool, arrays: bool = False, indices: Mapping[str, int] | None = None) -> Instance:
        """The instance that formulas are written out at."""
        fixed = self.configuration.indices if indices is None else indices
        return Instance(self.scope, pool, self.configuration.sizes, fixed, arrays=arrays)

    def value(self, tree: ast.Node, pool: Pool, arrays: bool) -> Value:
        """A tree written out here."""
        return instantiate(tree, self.here(pool, arrays))

    def _choose(self) -> np.ndarray:
        """The points where the key is finite and all conditions hold: round ones first, at most POINTS."""
        pool = Pool()
        conditions = [pool.as_condition(_flat(self.value(tree, pool, False))[0]) for tree in self.scope.conditions]
        atoms = self.points([*conditions, *_flat(self.key)])
        total = len(next(iter(atoms.values()))) if atoms else 1
        keys = values(_flat(self.key), atoms, total)
        fits = np.logical_and.reduce([np.isfinite(key) for key in keys])
        for holds in values(conditions, atoms, total):
            fits = fits & holds.astype(bool)
        found = np.flatnonzero(fits)
        return found if self.marks else found[:POINTS]

    def points(self, roots: Sequence[Node]) -> dict[str, np.ndarray]:
        """All points for the atoms below these trees, drawn once."""
        return self._drawn([node.label for node in in_order(list(roots)) if node.op == "sym"])

    def completed(self, names: Sequence[str]) -> dict[str, np.ndarray]:
        """All points for some atoms, and for the other entries of the arrays that they stand in."""
        bases = {name.partition("[")[0]: None for name in names}
        arrays = [base for base in bases if base in self.scope.symbols and self.scope.symbols[base].type == "array"]
        whole = [node.label for base in arrays for node in _flat(self.value(ast.Name(base), self.pool, False))]
        return self._drawn([*(name for name in names if name.partition("[")[0] not in arrays), *whole])

    def _drawn(self, names: list[str]) -> dict[str, np.ndarray]:
        missing = [name for name in names if name not in self._points]
        if missing:
            self._points |= sampled(self.scope, self.configuration, missing, self.marks)
        return {name: self._points[name] for name in names}

    def at_point(self, roots: list[Node], place: int) -> list[np.ndarray]:
        """The values of some trees at one of the chosen points, as arrays of length 1."""
        one = self.chosen[place : place + 1]
        return values(roots, {name: drawn[one] for name, drawn in self.points(roots).items()}, 1)

    def at_chosen(self, roots: list[Node], order: list[Node] | None = None) -> np.ndarray:
        """The values of some trees at the chosen points, a row each."""
        order = order or in_order(roots)
        return np.stack(values(roots, self._atoms(order), len(self.chosen), order))

    def _atoms(self, order: list[Node]) -> dict[str, np.ndarray]:
        """The chosen points of the atoms among some nodes."""
        names = [node.label for node in order if node.op == "sym"]
        missing = [name for name in names if name not in self._chosen_points]
        if missing:
            self._chosen_points |= {name: drawn[self.chosen] for name, drawn in self._drawn(missing).items()}
        return self._chosen_points

    @cached_property
    def free(self) -> tuple[str, ...]:
        """The declared free indices in order: a whole array may be given for an entry."""
        return tuple(symbol.name for symbol in self.scope.symbols.values() if symbol.type == "index")

    @cached_property
    def whole(self) -> np.ndarray:
        """The key for all values of the free indices, as an array of scalar trees."""
        runs = [self._run(name) for name in self.free]
        made = np.empty(tuple(map(len, runs)), dtype=object)
        for place in np.ndindex(made.shape):
            indices = {
                **self.configuration.indices,
                **{n: r[at] for n, r, at in zip(self.free, runs, place, strict=True)},
            }
            made[place] = instantiate(self.key_tree, self.here(self.pool, False, indices))
        return made

    def _run(self, name: str) -> range:
        symbol = self.scope.symbols[name]
        return range(symbol.start, symbol.start + self.here(self.pool, False).size(symbol.shape[0]))

    def counterpart(self, value: Value) -> Value | None:
        """What an answer of this shape is to be compared with; None where the shapes have nothing in common."""
        if rank(value) == 0 or (rank(self.key) and value.shape == self.key.shape):
            return self.key
        if rank(self.key) == 0 and self.free and value.shape == self.whole.shape:
            return self.whole
        return None

    def compare(self, value: Value) -> Numbers:
        """An answer's values beside the key's. Raises AnswerError where written cases overlap and disagree."""
        wanted_value = self.counterpart(value)
        if wanted_value is None:
            raise ShapeDiffers(rank(value))
        order = in_order(_flat(value))
        bent = [node for node in order if node.op in BENT]
        check_overlaps(bent, self)
        yours = self.at_chosen(_flat(value), order)
        wanted = self.wanted if wanted_value is self.key else self.at_chosen(_flat(wanted_value))
        yours = np.broadcast_to(yours, wanted.shape)
        found = self._judged(yours, wanted, _flat(value), _flat(wanted_value))
        known = self._key_on_edges if wanted_value is self.key else self._on_edges(in_order(_flat(wanted_value)))
        untold = known | self._on_edges(bent)
        return found.without(untold) if untold.any() else found

    def _on_edges(self, order: list[Node]) -> np.ndarray:
        """The points at which a floor or ceiling among some nodes stands on a step that float64 cannot tell."""
        steps = [node for node in order if node.op == "fn" and node.label in STEPS]
        if not steps:
            return NOWHERE
        return on_edges(steps, self._atoms(in_order(steps)), len(self.chosen), self._tied)

    @cached_property
    def _key_on_edges(self) -> np.ndarray:
        return self._on_edges(in_order(_flat(self.key)))

    def _judged(self, yours: np.ndarray, wanted: np.ndarray, roots: list[Node], keys: list[Node]) -> Numbers:
        with np.errstate(all="ignore"):
            defined = np.isfinite(yours) & np.isfinite(wanted)
            gap = np.abs(yours - wanted)
            close = defined & (gap <= CLOSE * np.maximum(np.abs(yours), np.abs(wanted)))  # inf is close to nothing
        undefined = (~defined & np.isfinite(wanted)).any(axis=0)
        if undefined.any():
            undefined = undefined & ~self._excused(roots)
        if (close | ~defined).all():
            none = np.zeros_like(undefined)
            return Numbers(yours, wanted, close.all(axis=0), none, undefined, none)
        differ, sure, hidden = self._beyond_rounding(yours, wanted, roots, keys)
        differ = (differ & defined & ~close).any(axis=0)
        agree = ((close | sure) & defined).all(axis=0) & ~differ
        return Numbers(yours, wanted, agree, differ, undefined, (hidden & defined).any(axis=0))

    @cached_property
    def _key_error(self) -> np.ndarray:
        roots = _flat(self.key)
        return self._errors(roots)

    @cached_property
    def _tied(self) -> frozenset[str]:
        """The atoms that only sum to 1 on paper."""
        return frozenset(name for names in simplexes(self.scope, self.configuration).values() for name in names)

    def _errors(self, roots: list[Node]) -> np.ndarray:
        found = bounded(roots, self._atoms(in_order(roots)), len(self.chosen), self._tied)
        return np.stack([error for _, error in found])

    def _excused(self, roots: list[Node]) -> np.ndarray:
        return excused(roots, self._atoms(in_order(roots)), len(self.chosen), self._tied)

    def _beyond_rounding(self, yours, wanted, roots, keys) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(differ by more than rounding explains, agree within a rounding that is small, could hide any difference)."""
        found = self._errors(roots)
        known = self._key_error if wanted is self.wanted else self._errors(keys)
        with np.errstate(all="ignore"):
            bound = SLACK * (np.broadcast_to(found, wanted.shape) + known)
            gap = np.abs(yours - wanted)
            size = np.maximum(np.abs(yours), np.abs(wanted))
            seen = gap > UNSURE * size
            return gap > bound, (gap <= bound) & (bound <= UNSURE * size), seen & ~np.isfinite(bound)


def sizes_of(situations: Iterable[Situation]) -> tuple[Mapping[str, int], ...]:
    """The sizes of some situations, each choice once."""
    return tuple(dict(s) for s in {tuple(one.configuration.sizes.items()): None for one in situations})


class ShapeDiffers(Exception):
    """The answer is a vector or matrix where the key is a number, or of another shape; `rank` is its dimensions."""

    def __init__(self, rank: int) -> None:
        super().__init__(rank)
        self.rank = rank


def _flat(value: Value) -> list[Node]:
    return list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value]


def check_overlaps(order: list[Node], situation: Situation) -> None:
    """Written cases must agree wherever two of their conditions hold. Raises AnswerError("cases-disagree")."""
    for node in order:
        if node.op == "cases" and node.label == "agree":
            _check_cases(node, situation)


def _check_cases(node: Node, situation: Situation) -> None:
    branches, conditions = list(node.parts[0:-1:2]), list(node.parts[1:-1:2])
    atoms = situation.points(list(node.parts))
    total = len(next(iter(atoms.values()))) if atoms else 1
    found = values([*branches, *conditions], atoms, total)
    results, holds = found[: len(branches)], [one.astype(bool) for one in found[len(branches) :]]
    for first in range(len(branches)):
        for second in range(first + 1, len(branches)):
            both = holds[first] & holds[second]
            if (both & (np.abs(results[first] - results[second]) > 1e-9)).any():
                raise AnswerError("cases-disagree")
