"""Which part of the numbers is shown, and the round numbers that stand at an axis."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

ROUND = (1, 2, 5)
TRIM = 0.02
"""The share of a curve's values at either end that does not set the window: beside a pole they are huge."""
ROUNDING, LEAST, LARGEST = 1e-9, 1e-100, 1e100
"""A span that is rounding, by its share of the numbers; sizes beyond which numbers count as 0 and as infinite."""
PARTS = 5
"""The window ends at a fifth of the way between two ticks, so that little of it stays empty."""
SLIP = 1e-9
"""Shares of a step that are rounding: 0.3 is the third tick of 0.1."""


class Scale(Struct, frozen=True):
    """An interval, `low` < `high`, with the round numbers at its axis in order."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value lies: 0 at `low`, 1 at `high`, outside of [0, 1] where it is not shown."""
        return (value - self.low) / (self.high - self.low)


def across(low: float, high: float, most: int) -> Scale:
    """Exactly this interval, with at most `most` ticks inside it."""
    return Scale(low, high, _ticks(low, high, most, math.ceil, math.floor))


def up(low: float, high: float, most: int) -> Scale:
    """A little more than from `low` to `high`, up to round ends, with two ticks inside it and `most` (from 3) at most.

    What differs by rounding alone is drawn as a constant, in the middle of a window of its own size.
    """
    size = max(abs(low), abs(high))
    if high - low <= max(ROUNDING * size, LEAST):
        room = size / 2 if size > LEAST else 1.0
        low, high = low - room, high + room
    ticks = _ticks(low, high, max(3, most), math.floor, math.ceil)
    fine = (ticks[1] - ticks[0]) / PARTS
    bottom = _clean(ticks[0] + fine * math.floor((low - ticks[0]) / fine + SLIP))
    top = _clean(ticks[0] + fine * math.ceil((high - ticks[0]) / fine - SLIP))
    inside = tuple(tick for tick in ticks if bottom - SLIP * fine <= tick <= top + SLIP * fine)
    return Scale(bottom, top, inside) if len(inside) > 1 else Scale(ticks[0], ticks[-1], ticks)


def _clean(value: float) -> float:
    """A round number without what binary arithmetic added to it."""
    return float(f"{value:.12g}")


def _ticks(low: float, high: float, most: int, first: Callable, last: Callable) -> tuple[float, ...]:
    """The multiples of the smallest round step of which there are few enough."""
    for mantissa, power in _steps((high - low) / (most + 1)):
        step = mantissa * 10.0**power
        slip = SLIP if first is math.floor else -SLIP
        places = range(first(low / step + slip), last(high / step - slip) + 1)
        if len(places) <= most:
            return tuple(float(f"{place * mantissa}e{power}") for place in places)
    raise AssertionError("steps grow without end")


def _steps(least: float) -> Iterator[tuple[int, int]]:
    """Round steps from about `least` upwards: 1, 2 and 5 times a power of ten."""
    power = math.floor(math.log10(least))
    while True:
        yield from ((mantissa, power) for mantissa in ROUND)
        power += 1


def reach(watched: Sequence[float], every: Sequence[float]) -> tuple[float, float] | None:
    """The values worth showing: those of the curves `watched` and once more their span around, as far as any go.

    So one curve that leaves for infinity does not flatten the other. None where no value is finite.
    """
    seen, everything = sorted(filter(drawable, watched)), list(filter(drawable, every))
    if not seen:
        return (min(everything), max(everything)) if everything else None
    cut = int(TRIM * len(seen))
    low, high = seen[cut], seen[-1 - cut]
    room = (high - low) or (max(everything) - min(everything))
    return max(min(everything), low - room), min(max(everything), high + room)


def drawable(value: float) -> bool:
    """Whether a number can stand at an axis: NaN, the infinite and the absurdly large cannot."""
    return abs(value) < LARGEST
