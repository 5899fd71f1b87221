"""Values for everything that a question declares: many worlds, near and far, with the ends of every range."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from itertools import product

from mpmath import mp, mpf

from interview_drill.formula.scope import Scope, Symbol

mp.dps = 40
SEED = 20_251_107
WORLDS = 26
LARGEST = 5


@dataclass(frozen=True, eq=False)
class World:
    """Sizes and free indices by name; numbers by name; arrays as number by indices; the joint table of the events."""

    scope: Scope
    sizes: dict[str, int]
    indices: dict[str, int]
    numbers: dict[str, mpf]
    arrays: dict[str, dict[tuple[int, ...], mpf]]
    table: dict[tuple[int, ...], mpf]
    events: tuple[str, ...]
    wiggle: tuple[mpf, mpf]
    bound: dict[str, object] = field(default_factory=dict)

    def with_indices(self, **chosen: int) -> World:
        return replace(self, indices={**self.indices, **chosen})

    def length(self, text: str) -> int:
        """The size that a declared shape names, `H+D` among them."""
        return sum(self.sizes[part] if part in self.sizes else int(part) for part in text.replace(" ", "").split("+"))


def worlds(scope: Scope) -> tuple[World, ...]:
    """The worlds of a scope; the same in every run."""
    rng = random.Random(SEED)
    return tuple(_world(scope, rng, number) for number in range(WORLDS))


def _world(scope: Scope, rng: random.Random, number: int) -> World:
    sizes = _sizes(scope, rng, number)
    made = World(scope, sizes, {}, {}, {}, {}, (), (_real(rng), mpf(rng.uniform(0.4, 2))))
    for symbol in scope.symbols.values():
        if symbol.type == "index":
            length = made.length(symbol.shape[0])
            made.indices[symbol.name] = symbol.start + rng.randrange(length)
        elif symbol.type == "scalar":
            made.numbers[symbol.name] = _number(symbol.range, rng)
        elif symbol.type == "array":
            made.arrays[symbol.name] = _array(symbol, made, rng)
    made = _with_events(made, rng)
    return made if _holds(made) else _world(scope, rng, number)


def _sizes(scope: Scope, rng: random.Random, number: int) -> dict[str, int]:
    """The first worlds are larger than 1 throughout, so that sums are sums."""
    names = [symbol for symbol in scope.symbols.values() if symbol.type == "size"]
    low = 2 if number < WORLDS // 2 else 1
    found = {}
    for symbol in names:
        limits = symbol.range if not isinstance(symbol.range, str) else {"low": 1, "high": LARGEST}
        found[symbol.name] = rng.randint(max(low, int(limits["low"])), int(limits["high"]))
    return found


def _array(symbol: Symbol, world: World, rng: random.Random) -> dict[tuple[int, ...], mpf]:
    runs = [range(symbol.start, symbol.start + world.length(size)) for size in symbol.shape]
    places = list(product(*runs))
    if symbol.range == "simplex":
        return dict(zip(places, _parts(len(places), rng), strict=True))
    return {place: _number(symbol.range, rng) for place in places}


def _parts(count: int, rng: random.Random) -> list[mpf]:
    """Positive numbers that sum to 1, now and then very unequal ones."""
    spread = rng.choice((0.5, 1.5, 5.0))
    weights = [mp.exp(mpf(rng.gauss(0, spread))) for _ in range(count)]
    return [weight / sum(weights) for weight in weights]


def _with_events(world: World, rng: random.Random) -> World:
    events = sorted((one for one in world.scope.symbols.values() if one.type == "event"), key=lambda one: one.name)
    runs = [range(1, world.length(one.shape[0]) + 1) if one.shape else range(2) for one in events]
    outcomes = list(product(*runs)) if events else []
    table = dict(zip(outcomes, _parts(len(outcomes), rng), strict=True))
    return replace(world, table=table, events=tuple(one.name for one in events))


def _holds(world: World) -> bool:
    """Whether the declared conditions hold; they are comparisons of two names."""
    for condition in world.scope.conditions:
        left, right = world.numbers[condition.left.name], world.numbers[condition.right.name]
        if not {">=": left >= right, "<=": left <= right, ">": left > right, "<": left < right}[condition.operator]:
            return False
    return True


def _number(kind: object, rng: random.Random) -> mpf:
    if not isinstance(kind, str):
        low, high = kind["low"], kind["high"]
        return mpf(rng.randint(int(low), int(high)) if kind.get("integer") else rng.uniform(low, high))
    return DRAWN[kind](rng)


def _real(rng: random.Random) -> mpf:
    """Small, middling, large and whole numbers of both signs; 0 now and then."""
    far = rng.choice((0.01, 1, 1, 3, 12, 40))
    return mpf(rng.choice((rng.gauss(0, far), rng.uniform(-far, far), rng.uniform(-far, far), rng.randint(-3, 3))))


def _positive(rng: random.Random) -> mpf:
    return mp.exp(mpf(rng.uniform(-4, 4)))


def _nonzero(rng: random.Random) -> mpf:
    return _real(rng) or mpf(1) / 7


def _probability(rng: random.Random) -> mpf:
    return mpf(rng.choice((rng.uniform(0.01, 0.99), rng.uniform(0.0001, 0.01), 1 - rng.uniform(0.0001, 0.01), 0.5)))


def _unit(rng: random.Random) -> mpf:
    return mpf(rng.choice((0, 1, rng.random(), rng.random(), rng.random())))


DRAWN = {
    "real": _real,
    "positive": _positive,
    "nonnegative": lambda rng: rng.choice((mpf(0), _positive(rng), _positive(rng))),
    "nonzero": _nonzero,
    "probability": _probability,
    "unit": _unit,
    "integer": lambda rng: mpf(rng.randint(-30, 30)),
}
