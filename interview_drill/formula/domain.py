"""Where two formulas are compared: several configurations of sizes and indices, and points in each.

A configuration fixes sizes and free indices; sizes differ from each other, indices are equal in some and different in
others. Its points are a few round ones first (they make counterexamples that a person can check), then general ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from zlib import crc32

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula.events import TABLE
from interview_drill.formula.scope import Scope, Symbol

ROUND, WIDE, GENERAL = 10, 6, 14
POINTS = ROUND + WIDE + GENERAL
"""Round points, then wide ones (what is clipped at 6 must be seen), then general ones."""
REACH = 60.0
"""How far wide points go: the exponential of a sum of several is still a float64."""
SIZES = ((3, 2, 4), (2, 4, 3), (4, 3, 2), (1, 2, 3), (2, 3, 5))
"""Sizes by configuration: the n-th declared size takes the n-th, so that no two are always equal."""
EXTRA_DRAWS = 40
MOST_CONFIGURATIONS = 9

ROUND_VALUES = {
    "real": (0, 1, -1, 2, -2, 0.5, 3, 10),
    "positive": (1, 2, 0.5, 3, 4, 10),
    "nonnegative": (0, 1, 2, 0.5, 3, 10),
    "unit": (0, 1, 0.5, 0.25, 0.75),
    "probability": (0.5, 0.25, 0.75, 0.2, 0.8),
    "nonzero": (1, -1, 2, -2, 0.5, 10),
    "integer": (0, 1, 2, -1, 3, -2, 10),
}


@dataclass(frozen=True)
class Configuration:
    """Concrete sizes and free indices."""

    sizes: Mapping[str, int]
    indices: Mapping[str, int]


def configurations(scope: Scope, extra: Mapping[str, str] | None = None) -> list[Configuration]:
    """The configurations of a scope, small ones first; `extra` are further free indices: name -> size name."""
    found = [one for sizes in _sizes(scope) for one in _indexed(scope, sizes, extra or {})]
    found.sort(key=lambda one: (sum(one.sizes.values()), tuple(one.indices.values())))
    return _thinned(found)


def _thinned(found: list[Configuration]) -> list[Configuration]:
    """At most so many, spread over all."""
    if len(found) <= MOST_CONFIGURATIONS:
        return found
    places = np.linspace(0, len(found) - 1, MOST_CONFIGURATIONS).round().astype(int)
    return [found[place] for place in places]


def _sizes(scope: Scope) -> list[dict[str, int]]:
    names = [symbol.name for symbol in scope.symbols.values() if symbol.type == "size"]
    if not names:
        return [{}]
    rows = [{name: sizes[place % 3] + place // 3 for place, name in enumerate(names)} for sizes in SIZES]
    return [row for row in rows if _in_ranges(scope, row)]


def _in_ranges(scope: Scope, sizes: Mapping[str, int]) -> bool:
    lows = ((name, scope.symbols[name].range) for name in sizes)
    return all(
        low.get("low", 1) <= sizes[name] <= low.get("high", 99) for name, low in lows if isinstance(low, Mapping)
    )


def _indexed(scope: Scope, sizes: Mapping[str, int], extra: Mapping[str, str]) -> Iterator[Configuration]:
    """A few choices of the free indices: first, last and unequal ones."""
    runs = {symbol.name: _run(symbol, sizes) for symbol in scope.symbols.values() if symbol.type == "index"}
    runs |= {name: range(1, _size(size, sizes) + 1) for name, size in extra.items()}
    choices = list(product(*runs.values()))
    if len(choices) > 4:
        corners = [choices[0], choices[-1], choices[len(choices) // 3], choices[(2 * len(choices)) // 3]]
        choices = list(dict.fromkeys([*corners, choices[1]]))
    for chosen in choices:
        yield Configuration(sizes, dict(zip(runs, chosen, strict=True)))


def _run(symbol: Symbol, sizes: Mapping[str, int]) -> range:
    return range(symbol.start, symbol.start + _size(symbol.shape[0], sizes))


def _size(name: str, sizes: Mapping[str, int]) -> int:
    return sum(sizes[part] if part in sizes else int(part) for part in name.replace(" ", "").split("+"))


def sampled(scope: Scope, configuration: Configuration, atoms: list[str]) -> dict[str, np.ndarray]:
    """Points for every atom (a scalar's name, or `z[1]`): arrays of POINTS + EXTRA_DRAWS values.

    The first ROUND are round, the next WIDE are far out. The same atoms get the same points in every run.
    """
    points: dict[str, np.ndarray] = {}
    for name in atoms:
        base = name.split("[")[0]
        if name not in points:
            points |= _draw(scope, base, name, configuration)
    return points


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
    around = rng.choice(np.array(ROUND_VALUES[kind], float), ROUND)
    if kind == "integer":
        return np.concatenate([around, rng.integers(-40, 40, WIDE), rng.integers(-6, 12, general)]).astype(float)
    return np.concatenate([around, _wide(str(kind), rng), GENERATORS[kind](rng, general)])


def _wide(kind: str, rng: np.random.Generator) -> np.ndarray:
    """Points of large size where the range has such; small probabilities and those near 1 where it has not."""
    if kind in ("unit", "probability"):
        near = np.exp(rng.uniform(np.log(1e-4), np.log(0.1), WIDE))
        return np.where(rng.random(WIDE) < 0.5, near, 1 - near)
    far = np.exp(rng.uniform(np.log(3.0), np.log(REACH), WIDE))
    return far * rng.choice([-1.0, 1.0], WIDE) if kind in ("real", "nonzero") else far


def _ranged(kind: Mapping, rng: np.random.Generator, count: int) -> np.ndarray:
    low, high = kind.get("low", 0), kind.get("high", 10)
    if kind.get("integer"):
        return rng.integers(int(low), int(high) + 1, count).astype(float)
    return rng.uniform(float(low), float(high), count)


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
    wide = rng.dirichlet(np.ones(length) * 0.2, WIDE) * (1 - 1e-4) + 1e-4 / length
    rows = np.concatenate([whole / whole.sum(1, keepdims=True), wide, general])
    return {f"{base}[{start + place}]": rows[:, place] for place in range(length)}
