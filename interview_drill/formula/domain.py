"""Where two formulas are compared: several configurations of sizes and indices, and points in each.

A configuration fixes sizes and free indices; sizes differ from each other, indices are equal in some and different in
others. Its points are a few round ones first (they make counterexamples that a person can check), then general ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from math import prod
from zlib import crc32

import numpy as np
from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.events import TABLE
from interview_drill.formula.scope import Scope, Symbol

ROUND, WIDE, GENERAL = 12, 12, 14
POINTS = ROUND + WIDE + GENERAL
"""Round points, then wide ones (what is clipped at 6 must be seen), then general ones."""
REACH = 200.0
"""How far wide points go: the exponential of a sum of several is still a float64."""
SIZE_CYCLE = (3, 2, 4, 1)
"""The n-th declared size runs through these from another place than the one before: no two of four are ever equal."""
LARGEST_MARK = 12
EXTRA_DRAWS = 30
MOST_CONFIGURATIONS = 12
FOR_A_THIRD = 8
"""So many more where a third index, or a further one, has to meet the others."""

ROUND_VALUES = {
    "real": (0, 1, -1, 2, -2, 0.5, 3, 10),
    "positive": (1, 2, 0.5, 3, 4, 10),
    "nonnegative": (0, 1, 2, 0.5, 3, 10),
    "unit": (0, 1, 0.5, 0.25, 0.75),
    "probability": (0.5, 0.25, 0.75, 0.2, 0.8),
    "nonzero": (1, -1, 2, -2, 0.5, 10),
    "integer": (0, 1, 2, -1, 3, -2, 10),
}


class Configuration(Struct, frozen=True):
    """Concrete sizes and free indices."""

    sizes: Mapping[str, int]
    indices: Mapping[str, int]


def configurations(scope: Scope, extra: Mapping[str, str] | None = None) -> list[Configuration]:
    """The configurations of a scope, small ones first; `extra` are further free indices: name -> size name.

    Every size meets the first choice of indices before any meets the next, so that none is left out by the limit.
    """
    by_sizes = [list(_indexed(scope, sizes, extra or {})) for sizes in usual_sizes(scope)]
    ranked = [one for rank in zip_longest(*by_sizes) for one in rank if one is not None]
    most = MOST_CONFIGURATIONS + FOR_A_THIRD * (max((len(one.indices) for one in ranked), default=0) > 2)
    return sorted(ranked[:most], key=lambda one: (sum(one.sizes.values()), tuple(one.indices.values())))


def usual_sizes(scope: Scope) -> list[dict[str, int]]:
    """Sizes for every row of configurations, no two of a row equal."""
    names = [symbol.name for symbol in scope.symbols.values() if symbol.type == "size"]
    if not names:
        return [{}]
    turns = range(len(SIZE_CYCLE))
    return [{name: within(scope, name, _turned(row + place)) for place, name in enumerate(names)} for row in turns]


def _turned(turn: int) -> int:
    return SIZE_CYCLE[turn % len(SIZE_CYCLE)]


def within(scope: Scope, name: str, size: int) -> int:
    """The size, folded into the range that is declared for it."""
    kind = scope.symbols[name].range
    if not isinstance(kind, Mapping):
        return size
    low, high = int(kind.get("low", 1)), int(kind.get("high", LARGEST_MARK + 1))
    return low + (size - low) % (high - low + 1)


def marked(scope: Scope, marks: tuple[float, ...], extra: Mapping[str, str] | None = None) -> list[Configuration]:
    """Configurations that try the constants of an answer: two common ones, and sizes just above a constant."""
    common = configurations(scope, extra)
    places = dict.fromkeys((0, len(common) // 2, len(common) - 1))
    chosen = [common[place] for place in places]
    names = [symbol.name for symbol in scope.symbols.values() if symbol.type == "size"]
    for mark in marks:
        if names and mark == int(mark) and 2 < mark <= LARGEST_MARK:
            above = {name: within(scope, name, int(mark) + 1 + place % 2) for place, name in enumerate(names)}
            chosen += list(_indexed(scope, above, extra or {}))[:3]
    return chosen


def _indexed(scope: Scope, sizes: Mapping[str, int], extra: Mapping[str, str]) -> Iterator[Configuration]:
    """A few choices of the free indices: first, last and unequal ones."""
    found = runs(scope, sizes, extra)
    for chosen in _corners(list(found.values())):
        yield Configuration(sizes, dict(zip(found, chosen, strict=True)))


def runs(scope: Scope, sizes: Mapping[str, int], extra: Mapping[str, str]) -> dict[str, range]:
    """What each free index runs over."""
    declared = {symbol.name: _run(symbol, sizes) for symbol in scope.symbols.values() if symbol.type == "index"}
    return declared | {name: range(1, _size(size, sizes) + 1) for name, size in extra.items()}


def _corners(ranges: list[range]) -> list[tuple[int, ...]]:
    """Choices of several indices: all different where that can be, all equal, any two of three equal; each once."""
    if not all(ranges):
        return []
    choices = [
        tuple(run[(place + 1) % len(run)] for place, run in enumerate(ranges)),
        tuple(run[-1] for run in ranges),
        tuple(run[-(place % 2)] for place, run in enumerate(ranges)),
        tuple(run[-(place // 2 % 2)] for place, run in enumerate(ranges)),
        tuple(run[-((place + 1) // 2 % 2)] for place, run in enumerate(ranges)),
        tuple(run[0] for run in ranges),
    ]
    return list(dict.fromkeys(choices))


def _run(symbol: Symbol, sizes: Mapping[str, int]) -> range:
    return range(symbol.start, symbol.start + _size(symbol.shape[0], sizes))


def _size(name: str, sizes: Mapping[str, int]) -> int:
    return sum(sizes[part] if part in sizes else int(part) for part in name.replace(" ", "").split("+"))


def sampled(
    scope: Scope, configuration: Configuration, atoms: list[str], marks: tuple[float, ...] = ()
) -> dict[str, np.ndarray]:
    """Points for every atom (a scalar's name, or `z[1]`): arrays of POINTS + EXTRA_DRAWS values.

    The first ROUND are round, each edge of a range among them, the next WIDE are far out. The same atoms get the same
    points in every run. With `marks`, the constants of an answer, every third value stands on or beside one: a
    threshold shows only there.
    """
    points: dict[str, np.ndarray] = {}
    for name in atoms:
        base = name.split("[")[0]
        if name not in points:
            points |= _draw(scope, base, name, configuration)
    return {name: _beside(scope, name, drawn, marks) for name, drawn in points.items()} if marks else points


ON = (1.0, -1.0)
BESIDE = (1.013, 0.987, -1.013, -0.52, 1.9, 0.52, 9.7, 0.103, -1.9)
STEPS = (0.97, -0.97, 11.3)


def _beside(scope: Scope, name: str, drawn: np.ndarray, marks: tuple[float, ...]) -> np.ndarray:
    """Two of three values moved to a mark (round points) or beside one (the others), where the range allows."""
    symbol = scope.symbols.get(name.partition("[")[0])
    kind = symbol.range if symbol else "real"
    if kind == "simplex" or name.startswith(TABLE):
        return drawn
    moved, turn = drawn.copy(), crc32(name.encode()) % 3
    on, beside = _on(marks), _about(marks)
    for place in (place for place in range(len(drawn)) if (place + turn) % 3):
        options = on if place < ROUND else beside
        value = options[(place - place // 3 + turn) % len(options)]
        moved[place] = value if _allowed(kind, value) else drawn[place]
    return np.round(moved) if _is_whole(kind) else moved


def _on(marks: tuple[float, ...]) -> list[float]:
    return [mark * factor for mark in marks for factor in ON]


def _about(marks: tuple[float, ...]) -> list[float]:
    """Values near the marks, the nearest first; then those about their reciprocals: 1000x is steep at a thousandth."""
    near = [mark * factor for factor in BESIDE for mark in marks] + [mark + step for step in STEPS for mark in marks]
    return near + [factor / mark for factor in BESIDE for mark in marks]


def _is_whole(kind: object) -> bool:
    return kind == "integer" or (isinstance(kind, Mapping) and bool(kind.get("integer")))


def _allowed(kind: object, value: float) -> bool:
    """Whether a value lies within a range."""
    if isinstance(kind, Mapping):
        return float(kind.get("low", 0)) <= round(value) <= float(kind.get("high", 10))
    return ALLOWED[kind](value)


ALLOWED: dict[object, Callable[[float], bool]] = {
    "real": lambda value: True,
    "integer": lambda value: True,
    "nonzero": lambda value: value != 0,
    "positive": lambda value: value > 0,
    "nonnegative": lambda value: value >= 0,
    "unit": lambda value: 0 <= value <= 1,
    "probability": lambda value: 0 < value < 1,
}


def _draw(scope: Scope, base: str, name: str, configuration: Configuration) -> dict[str, np.ndarray]:
    symbol = scope.symbols.get(base)
    if base == TABLE:
        return _simplex(TABLE, table_size(scope, configuration), 1)
    if symbol is not None and symbol.range == "simplex":
        return _simplex(symbol.name, _size(symbol.shape[-1], configuration.sizes), symbol.start)
    return {name: _scalar(symbol.range if symbol else "real", name)}


def table_size(scope: Scope, configuration: Configuration) -> int:
    """The number of outcomes of the joint table of all declared events."""
    events = [symbol for symbol in scope.symbols.values() if symbol.type == "event"]
    return prod(_size(event.shape[0], configuration.sizes) if event.shape else 2 for event in events)


def simplexes(scope: Scope, configuration: Configuration) -> dict[str, list[str]]:
    """The atoms of everything that sums to 1, by name."""
    found = {
        symbol.name: [f"{symbol.name}[{at}]" for at in _entries(symbol, configuration.sizes)]
        for symbol in scope.symbols.values()
        if symbol.range == "simplex" and symbol.type == "array"
    }
    if any(symbol.type == "event" for symbol in scope.symbols.values()):
        found[TABLE] = [f"{TABLE}[{at}]" for at in range(1, table_size(scope, configuration) + 1)]
    return found


def _entries(symbol: Symbol, sizes: Mapping[str, int]) -> range:
    return range(symbol.start, symbol.start + _size(symbol.shape[-1], sizes))


def _rng(name: str) -> np.random.Generator:
    return np.random.default_rng(crc32(name.encode()))


def _scalar(kind: object, name: str) -> np.ndarray:
    rng, general = _rng(name), GENERAL + EXTRA_DRAWS
    if isinstance(kind, Mapping):
        return _ranged(kind, rng, ROUND + WIDE + general)
    if kind not in ROUND_VALUES:
        raise AnswerError("range-unknown", name=str(kind))
    around = _covering(np.array(ROUND_VALUES[kind], float), rng, ROUND)
    if kind == "integer":
        return np.concatenate([around, rng.integers(-40, 40, WIDE), rng.integers(-6, 12, general)]).astype(float)
    return np.concatenate([around, _wide(str(kind), rng), GENERATORS[kind](rng, general)])


def _covering(edges: np.ndarray, rng: np.random.Generator, count: int) -> np.ndarray:
    """So many of these values in any order, each of them at least once: what shows at one alone must not be missed."""
    return rng.permutation(np.concatenate([edges, rng.choice(edges, count - len(edges))]))


def _wide(kind: str, rng: np.random.Generator) -> np.ndarray:
    """Points of large size where the range has such; small probabilities and those near 1 where it has not."""
    if kind in ("unit", "probability"):
        near = np.exp(rng.uniform(np.log(1e-4), np.log(0.1), WIDE))
        return np.where(rng.random(WIDE) < 0.5, near, 1 - near)
    far = np.exp(rng.uniform(np.log(3.0), np.log(REACH), WIDE))
    return far * rng.choice([-1.0, 1.0], WIDE) if kind in ("real", "nonzero") else far


def _ranged(kind: Mapping, rng: np.random.Generator, count: int) -> np.ndarray:
    low, high = kind.get("low", 0), kind.get("high", 10)
    if kind.get("integer"):  # the round points are small: there edges such as n = k lie
        edges = dict.fromkeys((*range(int(low), min(int(high), int(low) + 3) + 1), int(high)))
        small = _covering(np.array([*edges], float), rng, ROUND + WIDE // 2)
        spread = np.exp(rng.uniform(0, np.log(high - low + 2), count - len(small))) - 1  # every magnitude
        return np.concatenate([small, int(low) + np.minimum(np.floor(spread), high - low)]).astype(float)
    within = rng.uniform(float(low), float(high), count - 2)
    return np.concatenate([rng.permutation([float(low), float(high), *within[: ROUND - 2]]), within[ROUND - 2 :]])


def _signed(rng: np.random.Generator, count: int) -> np.ndarray:
    """Reals of both signs and several magnitudes, none near 0."""
    return rng.choice([-1.0, 1.0], count) * rng.uniform(0.15, 2.6, count)


GENERATORS = {
    "real": _signed,
    "nonzero": _signed,
    "positive": lambda rng, count: rng.uniform(0.1, 3.0, count),
    "nonnegative": lambda rng, count: rng.uniform(0.05, 3.0, count),
    "unit": lambda rng, count: rng.uniform(0.02, 0.98, count),
    "probability": lambda rng, count: rng.uniform(0.02, 0.98, count),
}


def _simplex(base: str, length: int, start: int) -> dict[str, np.ndarray]:
    """Positive entries that sum to 1; the round points are small whole parts of a whole."""
    rng = _rng(f"{base}:{length}")
    whole = rng.integers(1, 4, (ROUND, length)).astype(float)
    general = rng.dirichlet(np.ones(length) * 1.5, GENERAL + EXTRA_DRAWS) * 0.96 + 0.04 / length
    wide = rng.dirichlet(np.ones(length) * 0.08, WIDE) * (1 - 1e-5) + 1e-5 / length
    rows = np.concatenate([whole / whole.sum(1, keepdims=True), wide, general])
    return {f"{base}[{start + place}]": rows[:, place] for place in range(length)}
