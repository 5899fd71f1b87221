"""How a wrong answer is related to the key: what a teacher sees at a glance, found by numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from interview_drill.formula.counterexample import apart

if TYPE_CHECKING:
    from interview_drill.formula.agreement import Numbers, Situation

NEAR = 1e-9


class Relation(Struct, frozen=True):
    """What the answer is to the key: negated, factor, offset, reciprocal, swapped, missing-term, shadowed, power, root
    or dual. `facts` say by what."""

    name: str
    facts: Mapping[str, object] = {}


def by_numbers(numbers: Sequence[Numbers], situations: Sequence[Situation]) -> Relation | None:
    """The relation that the values of an answer bear to those of the key, None where none is found."""
    with np.errstate(all="ignore"):
        pairs = [_usable(one) for one in numbers]
        if not any(yours.size for yours, _ in pairs):
            return None
        return _related(pairs, situations)


def _usable(one: Numbers) -> tuple[np.ndarray, np.ndarray]:
    fine = (np.isfinite(one.yours) & np.isfinite(one.wanted)).all(axis=0)
    return one.yours[:, fine], one.wanted[:, fine]


def _related(pairs: list[tuple[np.ndarray, np.ndarray]], situations: Sequence[Situation]) -> Relation | None:
    yours = np.concatenate([a.ravel() for a, _ in pairs])
    wanted = np.concatenate([b.ravel() for _, b in pairs])
    if _alike(yours, wanted):
        return None  # it is wrong somewhere else: where it is undefined, or by less than a relation can tell
    for name, made in SIMPLE.items():
        if _alike(yours, made(wanted)):
            return Relation(name)
    return _factor(pairs, yours, wanted, situations) or _offset(yours, wanted)


SIMPLE: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "negated": lambda key: -key,
    "reciprocal": lambda key: 1 / key,
    "power": lambda key: key**2,
    "root": np.sqrt,
}


def _alike(left: np.ndarray, right: np.ndarray) -> bool:
    """Whether all are the same numbers; nothing is like infinity, which is what a key of 0 has for its reciprocal."""
    if not (np.isfinite(left).all() and np.isfinite(right).all()):
        return False
    return bool(np.all(np.abs(left - right) <= NEAR * np.maximum(np.abs(left), np.abs(right))))


def _factor(pairs, yours: np.ndarray, wanted: np.ndarray, situations: Sequence[Situation]) -> Relation | None:
    constant = _constant_factor(yours, wanted)
    if constant is not None:
        return Relation("factor", {"factor": named_number(constant)})
    by_situation = [_constant_factor(a.ravel(), b.ravel()) for a, b in pairs if a.size]
    sizes = [one.configuration.sizes for one, (a, _) in zip(situations, pairs, strict=False) if a.size]
    if None in by_situation or not by_situation:
        return None
    for name in sizes[0]:
        if all(np.isclose(found * size[name], 1, rtol=1e-9) for found, size in zip(by_situation, sizes, strict=True)):
            return Relation("factor", {"factor": f"1/{name}"})
        if all(np.isclose(found, size[name], rtol=1e-9) for found, size in zip(by_situation, sizes, strict=True)):
            return Relation("factor", {"factor": name})
    return None


def constant_factor(numbers: Sequence[Numbers]) -> float | None:
    """The constant that all values of a key were multiplied by, None where there is none."""
    if not numbers:
        return None
    mine = np.concatenate([one.yours.ravel() for one in numbers])
    theirs = np.concatenate([one.wanted.ravel() for one in numbers])
    fine = np.isfinite(mine) & np.isfinite(theirs)
    return _constant_factor(mine[fine], theirs[fine]) if fine.any() else None


def _constant_factor(yours: np.ndarray, wanted: np.ndarray) -> float | None:
    """The constant that the key was multiplied by, None where there is none (or where all is zero)."""
    zero = (yours == 0) & (wanted == 0)
    if zero.all() or (wanted[~zero] == 0).any():
        return None
    quotients = yours[~zero] / wanted[~zero]
    alike = _alike(quotients, np.full_like(quotients, quotients[0]))
    return float(quotients[0]) if alike and quotients[0] != 0 else None


def _offset(yours: np.ndarray, wanted: np.ndarray) -> Relation | None:
    gaps = yours - wanted
    if (
        len(gaps) > 2
        and np.ptp(wanted) > NEAR
        and np.all(np.abs(gaps - gaps[0]) <= NEAR * (np.abs(yours) + np.abs(wanted)))
    ):
        return Relation("offset", {"offset": named_number(float(gaps[0]))})
    return None


KNOWN = {
    "ln 2": np.log(2), "1/ln 2": 1 / np.log(2), "1/ln 10": 1 / np.log(10), "ln 10": np.log(10), "pi": np.pi,
    "sqrt(2)": np.sqrt(2), "1/sqrt(2)": 1 / np.sqrt(2), "e": np.e,
}  # fmt: skip


def named_number(value: float) -> str:
    """A number by its name: 1/2, ln 2, or its first figures."""
    for name, known in KNOWN.items():
        if np.isclose(abs(value), known, rtol=1e-9):
            return name if value > 0 else f"-{name}"
    for below in range(1, 13):
        if abs(value * below - round(value * below)) < 1e-9 and round(value * below):
            above = round(value * below)
            return str(above) if below == 1 else f"{above}/{below}"
    return apart(value, 1.0)[0]
