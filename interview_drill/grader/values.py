"""Answers as numbers: which forms a question takes, whether two agree, where they differ most, how to show them."""

from __future__ import annotations

from typing import Any

import numpy as np

from interview_drill.grader.report import Alien
from interview_drill.grader.task import Examination, Tolerance

SHOWN = 12
"""Arrays with at most so many numbers are shown whole."""


LONG = 200
"""A line of inputs longer than this is told by shapes."""

NUMBER = (int, float, np.number, np.ndarray)


class Misfit(Exception):
    """A value whose form is not the one that the question asks for."""


def parts(value: Any, task: Examination, first: Any) -> tuple[np.ndarray, ...]:
    """The answer's parts as arrays (a scalar is 0-d); Misfit where one is not of the form asked for."""
    if isinstance(task.returns, str):
        return (_fitted(value, task.returns, first),)
    if not isinstance(value, list | tuple) or len(value) != len(task.returns):
        raise Misfit(f"{named(value)}")
    return tuple(_fitted(part, form, first) for part, form in zip(value, task.returns, strict=True))


def _fitted(value: Any, form: str, first: Any) -> np.ndarray:
    if form == "like-first":
        form = "float" if np.ndim(first) == 0 and not isinstance(first, np.ndarray) else "array"
        if form == "array" and isinstance(first, list) and isinstance(value, list):
            return _listed(value)
    return {"float": _scalar, "ints": _whole, "array": _array}[form](value)


def _scalar(value: Any) -> np.ndarray:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, int | float | np.number | np.ndarray) and not isinstance(value, bool):
        found = np.asarray(value)
        if found.ndim == 0 and found.dtype.kind in "iuf":
            return found
    raise Misfit(named(value))


def _array(value: Any) -> np.ndarray:
    if isinstance(value, np.ndarray | np.number) and value.dtype.kind in "iuf":
        return np.asarray(value)
    raise Misfit(named(value))


def _listed(value: list) -> np.ndarray:
    try:
        return _array(np.asarray(value))
    except ValueError as error:
        raise Misfit("list") from error


def _whole(value: Any) -> np.ndarray:
    """Labels or indices: a list, tuple or array of whole numbers, whatever type holds them."""
    found = np.asarray(_flat(value))
    if found.ndim != 1 or found.dtype.kind not in "iuf" or not np.all(np.isfinite(found) & (found == np.floor(found))):
        raise Misfit(named(value))
    if np.any(np.abs(found.astype(float)) > 2**31):
        raise Misfit(named(value))
    return found.astype(np.int64)


def _flat(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, NUMBER) and np.ndim(part) == 0 for part in value):
        return [np.asarray(part).item() for part in value]
    raise Misfit(named(value))


def named(value: Any) -> str:
    """The value's type in the learner's words: ndarray of int64, list, None, matrix."""
    if isinstance(value, Alien):
        return value.name
    if value is None:
        return "None"
    if isinstance(value, list | tuple):
        return f"{type(value).__name__} of {len(value)}"
    return f"ndarray of {value.dtype}" if isinstance(value, np.ndarray) else type(value).__name__


def close(got: np.ndarray, wanted: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """Entry by entry: |got - wanted| <= atol + rtol |wanted|; infinities agree by sign, NaN agrees with nothing."""
    with np.errstate(all="ignore"):
        return np.isclose(got.astype(float), wanted.astype(float), tolerance.rtol, tolerance.atol)


def same(one: Any, other: Any, tolerance: Tolerance) -> bool:
    """Whether two replies' values are the same answer: form, shape and numbers (here NaN is NaN)."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, Alien | None) or isinstance(other, Alien | None):
        return type(one) is type(other) and one == other
    if isinstance(one, list | tuple) or isinstance(other, list | tuple) or np.shape(one) != np.shape(other):
        return False
    with np.errstate(all="ignore"):
        ours, theirs = np.asarray(one, float), np.asarray(other, float)
        return bool(np.all(np.isclose(ours, theirs, tolerance.rtol, tolerance.atol, equal_nan=True)))


def worst(got: np.ndarray, wanted: np.ndarray, tolerance: Tolerance) -> tuple[int, ...]:
    """Where got is furthest from wanted: first what is not a number, then the largest difference."""
    with np.errstate(all="ignore"):
        gap = np.abs(got.astype(float) - wanted.astype(float))
    gap = np.where(close(got, wanted, tolerance), -1.0, np.where(np.isnan(gap), np.inf, gap))
    return tuple(int(place) for place in np.unravel_index(int(np.argmax(gap)), gap.shape)) if gap.ndim else ()


def told(names: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """Inputs in a line, x = [1, 2], axis = 0; where that grows long, arrays by their shape, the large ones first."""
    for most in (SHOWN, SHOWN // 3, 0):
        line = ", ".join(f"{name} = {shown(value, most)}" for name, value in zip(names, values, strict=True))
        if len(line) <= LONG:
            break
    return line


def shown(value: Any, most: int = SHOWN) -> str:
    """A value in a line: small ones whole, arrays of more than `most` numbers by their shape."""
    if isinstance(value, np.ndarray):
        if value.size > most:
            return f"array{value.shape}".replace(",)", ")")
        return np.array2string(value, precision=6, separator=", ", max_line_width=10_000).replace("\n", "")
    if isinstance(value, float | np.floating):
        return f"{float(value):.8g}"
    if isinstance(value, list | tuple) and len(value) > SHOWN:
        return f"{type(value).__name__} of {len(value)}"
    if isinstance(value, list | tuple):
        opening, closing = "[]" if isinstance(value, list) else "()"
        return opening + ", ".join(shown(part) for part in value) + closing
    return str(value)
