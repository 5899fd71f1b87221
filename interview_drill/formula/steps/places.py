"""Where a step is looked at: sizes, and index letters at every place of their range.

A wrong index shows only where two letters differ, and a letter that stands for the last entry only where it is not the
last: so every way of letting the letters of a line coincide is there, and every place of a letter alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice, product
from math import prod
from random import Random

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.agreement import Situation
from interview_drill.formula.computed import Counts, closer
from interview_drill.formula.domain import Configuration, configurations
from interview_drill.formula.scope import Scope

MOST_PLACES = 24
"""At the largest sizes letters stand at every place where that makes no more choices; else at so many drawn ones."""
SMALL = (0.1,)
LARGEST = 6
"""Sizes above this cost much and tell little."""


class Place(Situation):
    """A situation in which only the letters of the line at hand are free."""

    def __init__(
        self, scope: Scope, tree: ast.Node, configuration: Configuration, marks: tuple[float, ...] = ()
    ) -> None:
        super().__init__(scope, tree, configuration, marks)
        declared = (name for name in configuration.indices if name in scope.symbols)
        self.free = tuple(declared)


class Places:
    """The situations for a side, each made when it is first looked at: most false lines show it at the first.

    `letters` are the index letters in play, each with the size that it runs over; `meant` says for which of them;
    `counts` what the sides compute with, and how often, which is looked at further up as well. The objective of an
    `extreme` is looked at where everything is small, too: a square grows with it only where it is above 0.
    """

    def __init__(
        self,
        scope: Scope,
        tree: ast.Node,
        letters: Mapping[str, str],
        meant: Callable[[Mapping[str, int]], bool],
        counts: Counts,
        extreme: bool,
    ) -> None:
        self._made: list[Place] = []
        usual = chosen(scope, letters)
        common = ((one, ()) for one in (*usual, *_further_up(scope, letters, counts)))
        small = ((one, SMALL) for one in usual if extreme)
        places = (Place(scope, tree, one, marks) for one, marks in chain(common, small) if meant(one.indices))
        self._rest = (one for one in places if len(one.chosen))

    def __iter__(self) -> Iterator[Place]:
        place = 0
        while place < len(self._made) or self._one_more():
            yield self._made[place]
            place += 1

    def _one_more(self) -> bool:
        found = next(self._rest, None)
        self._made += [] if found is None else [found]
        return found is not None


def chosen(scope: Scope, letters: Mapping[str, str]) -> list[Configuration]:
    """Configurations, small ones first: at the largest sizes letters stand anywhere, elsewhere at the corners."""
    rows = _sizes(scope)
    found: dict[tuple, Configuration] = {}
    for sizes in rows:
        runs = [_run(scope, name, size, sizes) for name, size in letters.items()]
        for at in _everywhere(runs) if sizes is rows[-1] else _corners(runs):
            found[(*sizes.values(), *at)] = Configuration(sizes, dict(zip(letters, at, strict=True)))
    return list(found.values())


def _further_up(scope: Scope, letters: Mapping[str, str], counts: Counts) -> Iterator[Configuration]:
    """Other places, for sides that compute with a size or a letter: `[n > 4]` is 0 at all small sizes."""
    found = closer(scope, counts, (), letters) if counts else ()
    for one in islice(found, MOST_PLACES):
        yield Configuration(one.sizes, {name: one.indices[name] for name in letters})


def _sizes(scope: Scope) -> list[Mapping[str, int]]:
    """The rows of sizes that formulas are compared at, from small to large, few enough."""
    plain = {name: symbol for name, symbol in scope.symbols.items() if symbol.type != "index"}
    rows = {tuple(one.sizes.items()): one.sizes for one in configurations(replace(scope, symbols=plain))}
    kept = [row for row in rows.values() if max(row.values(), default=1) <= LARGEST]
    return sorted(kept or list(rows.values()), key=lambda row: sum(row.values()))[-4:]


def _run(scope: Scope, name: str, size: str, sizes: Mapping[str, int]) -> range:
    """The values of an index letter."""
    symbol = scope.symbols.get(name)
    start = symbol.start if symbol is not None and symbol.type == "index" else 1
    return range(start, start + sum(sizes[p] if p in sizes else int(p) for p in size.replace(" ", "").split("+")))


def _corners(runs: Sequence[range]) -> list[tuple[int, ...]]:
    """All letters first, all last, and apart from each end."""
    if not all(runs):
        return []
    ends = (0, -1)
    together = [tuple(run[end] for run in runs) for end in ends]
    return [*together, *(tuple(run[(place + end) % len(run)] for place, run in enumerate(runs)) for end in ends)]


def _everywhere(runs: Sequence[range]) -> list[tuple[int, ...]]:
    """Every choice of places; of too many the corners, one for every way to coincide, and some that are drawn."""
    if prod(map(len, runs)) <= MOST_PLACES:
        return list(product(*runs))
    ways = (tuple(run[at % len(run)] for run, at in zip(runs, way, strict=True)) for way in partitions(len(runs)))
    draw = Random(len(runs))
    drawn = (tuple(map(draw.choice, runs)) for _ in range(MOST_PLACES))
    return list(dict.fromkeys((*_corners(runs), *islice(ways, MOST_PLACES), *drawn)))


def partitions(count: int) -> Iterator[tuple[int, ...]]:
    """Every way to put letters into blocks, by the block of each: (0, 0), (0, 1); all together first, apart last."""
    yield from sorted(_grown(count), key=lambda way: (max(way, default=0), way))


def _grown(count: int) -> list[tuple[int, ...]]:
    ways: list[tuple[int, ...]] = [()]
    for _ in range(count):
        ways = [(*way, block) for way in ways for block in range(max(way, default=-1) + 2)]
    return ways
