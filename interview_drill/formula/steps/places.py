"""Where a step is looked at: sizes, and index letters that are equal and unequal in every way.

A wrong index shows only where two letters differ, so every way of letting the letters of a line coincide is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.agreement import Situation
from interview_drill.formula.domain import Configuration, configurations
from interview_drill.formula.scope import Scope

MOST_WAYS = 8
LARGEST = 6
"""Sizes above this cost much and tell little."""


class Place(Situation):
    """A situation in which only the letters of the line at hand are free."""

    def __init__(self, scope: Scope, tree: ast.Node, configuration: Configuration) -> None:
        super().__init__(scope, tree, configuration)
        declared = (name for name in configuration.indices if name in scope.symbols)
        self.free = tuple(declared)


class Places:
    """The situations for a side, each made when it is first looked at: most false lines show it at the first.

    `letters` are the index letters in play, each with the size that it runs over; `meant` says for which of them.
    """

    def __init__(
        self, scope: Scope, tree: ast.Node, letters: Mapping[str, str], meant: Callable[[Mapping[str, int]], bool]
    ) -> None:
        self._made: list[Place] = []
        configured = (one for one in chosen(scope, letters) if meant(one.indices))
        self._rest = (one for one in (Place(scope, tree, each) for each in configured) if len(one.chosen))

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
    """Configurations, small ones first: at the largest sizes every way to coincide, elsewhere all equal and unequal."""
    rows = _sizes(scope)
    found: dict[tuple, Configuration] = {}
    for shift, sizes in enumerate(rows):
        ways = list(partitions(len(letters)))
        if sizes is not rows[-1]:
            ways = [ways[0], ways[-1]]
        for way in ways[:MOST_WAYS]:
            indices = _placed(scope, letters, sizes, way, shift)
            found[(*sizes.values(), *indices.values())] = Configuration(sizes, indices)
    return list(found.values())


def _sizes(scope: Scope) -> list[Mapping[str, int]]:
    """The rows of sizes that formulas are compared at, from small to large, few enough."""
    plain = {name: symbol for name, symbol in scope.symbols.items() if symbol.type != "index"}
    rows = {tuple(one.sizes.items()): one.sizes for one in configurations(replace(scope, symbols=plain))}
    kept = [row for row in rows.values() if max(row.values(), default=1) <= LARGEST]
    return sorted(kept or list(rows.values()), key=lambda row: sum(row.values()))[-4:]


def _placed(
    scope: Scope, letters: Mapping[str, str], sizes: Mapping[str, int], way: Sequence[int], shift: int
) -> dict[str, int]:
    """Letters of one block at one place of their range; the blocks at places that differ as far as there are any."""
    indices = {}
    for (name, size), block in zip(letters.items(), way, strict=True):
        symbol = scope.symbols.get(name)
        start = symbol.start if symbol is not None and symbol.type == "index" else 1
        length = sum(sizes[part] if part in sizes else int(part) for part in size.replace(" ", "").split("+"))
        indices[name] = start + (block + shift) % length
    return indices


def partitions(count: int) -> Iterator[tuple[int, ...]]:
    """Every way to put letters into blocks, by the block of each: (0, 0), (0, 1); all together first, apart last."""
    yield from sorted(_grown(count), key=lambda way: (max(way, default=0), way))


def _grown(count: int) -> list[tuple[int, ...]]:
    ways: list[tuple[int, ...]] = [()]
    for _ in range(count):
        ways = [(*way, block) for way in ways for block in range(max(way, default=-1) + 2)]
    return ways
