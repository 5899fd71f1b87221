"""The smallest, roundest point at which an answer and the key come apart, in words that a person can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from interview_drill.formula import ast
from interview_drill.formula.elementary import in_order
from interview_drill.formula.events import TABLE, described
from interview_drill.formula.instance import Value

if TYPE_CHECKING:
    from interview_drill.formula.agreement import Numbers, Situation


class Counterexample(Struct, frozen=True):
    """`at` is (tree, value as text) for all that matters; `yours` is None where the answer is undefined.

    `entry` is the place (from 1) within a vector or matrix, empty for a number.
    """

    at: tuple[tuple[ast.Node, str], ...]
    yours: float | None
    wanted: float
    entry: tuple[int, ...] = ()


def smallest(
    numbers: Sequence[Numbers], written: Sequence[Value], situations: Sequence[Situation]
) -> Counterexample | None:
    """The first point, in the smallest situation, where the values differ or the answer is undefined."""
    best: tuple[float, int, int] | None = None
    for place, one in enumerate(numbers):
        bad = np.flatnonzero(one.differ)
        bad = bad if len(bad) else np.flatnonzero(one.undefined)
        drawn = _drawn(situations[place], written[place]) if len(bad) else {}
        for point in bad:
            size = _size(one, int(point), situations[place], drawn)
            best = min(best, (size, place, int(point))) if best else (size, place, int(point))
    return None if best is None else _counterexample(best[1], best[2], numbers, written, situations)


def _size(one: Numbers, point: int, situation: Situation, drawn: Mapping[str, np.ndarray]) -> float:
    """How hard a point is to check by hand: many names, many digits."""
    numbers = (float(column[point]) for column in drawn.values())
    digits = sum(len(shown(number)) + abs(number) / 4 for number in numbers)
    trivial = sum(4 for size in situation.configuration.sizes.values() if size == 1)
    hollow = 10 * bool(one.undefined[point] and not one.differ[point])
    return digits + 3 * sum(situation.configuration.sizes.values()) + trivial + hollow


def _drawn(situation: Situation, value: Value) -> dict[str, np.ndarray]:
    """The chosen points of all that stands in an answer or in the key."""
    roots = _flat(value) + _flat(situation.key)
    names = [node.label for node in in_order(roots) if node.op == "sym"]
    return {name: drawn[situation.chosen] for name, drawn in situation.completed(names).items()}


def _flat(value: Value) -> list:
    return list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value]


def _counterexample(place, point, numbers, written, situations) -> Counterexample:
    one, situation = numbers[place], situations[place]
    with np.errstate(all="ignore"):
        gap = np.abs(one.yours[:, point] - one.wanted[:, point])
    entry = int(np.argmax(np.where(np.isnan(gap), np.inf, gap)))
    yours = float(one.yours[entry, point])
    indices = _entry(entry, written[place], situation)
    atoms = {name: float(column[point]) for name, column in _drawn(situation, written[place]).items()}
    drawn = _named(atoms, situation, point)
    at = (*drawn, *_fixed(situation, whole=bool(indices)))
    return Counterexample(at, yours if np.isfinite(yours) else None, float(one.wanted[entry, point]), indices)


def _entry(entry: int, value: Value, situation: Situation) -> tuple[int, ...]:
    shaped = value if isinstance(value, np.ndarray) else situation.key
    if not isinstance(shaped, np.ndarray):
        return ()
    return tuple(int(part) + 1 for part in np.unravel_index(entry, shaped.shape))


def _named(atoms: dict[str, float], situation: Situation, point: int) -> Iterable[tuple[ast.Node, str]]:
    """Entries of one array together, z = (0, 1), and the names as the question declares them."""
    grouped: dict[str, list[tuple[tuple[int, ...], float]]] = {}
    for name, value in atoms.items():
        base, _, index = name.partition("[")
        grouped.setdefault(base, []).append((tuple(int(part) for part in index.rstrip("]").split(",") if part), value))
    if grouped.pop(TABLE, None):
        yield from _probabilities(situation, point)
    declared = [name for name in situation.scope.symbols if name in grouped]
    for base in (*declared, *(name for name in grouped if name not in declared)):
        yield ast.Name(base), _shown_entries(sorted(grouped[base]))


def _probabilities(situation: Situation, point: int) -> Iterable[tuple[ast.Node, str]]:
    """A joint table is told by the probabilities that a person would name."""
    for tree, nodes in described(situation.here(situation.pool)):
        found = [float(one[0]) for one in situation.at_point(nodes, point)]
        yield tree, shown(found[0]) if len(found) == 1 else "(" + ", ".join(map(shown, found)) + ")"


def _shown_entries(entries: list[tuple[tuple[int, ...], float]]) -> str:
    if entries[0][0] == ():
        return shown(entries[0][1])
    if len(entries) > MOST_SHOWN:
        return "[" + "×".join(str(length) for length in _lengths([index for index, _ in entries])) + "]"
    if len(entries[0][0]) == 1:
        return "(" + ", ".join(shown(value) for _, value in entries) + ")"
    rows: dict[int, list[str]] = {}
    for index, value in entries:
        rows.setdefault(index[0], []).append(shown(value))
    return "[" + "; ".join(", ".join(row) for row in rows.values()) + "]"


def _lengths(places: list[tuple[int, ...]]) -> list[int]:
    return [len(set(along)) for along in zip(*places, strict=True)]


MOST_SHOWN = 30
"""An array of more entries is told by its shape: nobody checks it by hand."""


def _fixed(situation: Situation, whole: bool) -> Iterable[tuple[ast.Node, str]]:
    """Free indices (unless whole arrays are compared) and sizes that are not to be seen from a vector."""
    if not whole:
        yield from ((ast.Name(name), str(at)) for name, at in situation.configuration.indices.items())


def shown(number: float, digits: int = 4) -> str:
    """A number with at most so many figures."""
    text = f"{number:.{digits}g}"
    return "0" if text == "-0" else text


def apart(yours: float, wanted: float) -> tuple[str, str]:
    """Two different numbers with as many figures as it takes to see the difference."""
    for digits in range(4, 17):
        pair = shown(yours, digits), shown(wanted, digits)
        if pair[0] != pair[1]:
            return pair
    return repr(yours), repr(wanted)
