"""Answers as numbers: which forms a question takes, whether two agree, where they differ most, how to show them."""

from __future__ import annotations

from typing import Any

import numpy as np

from interview_drill.grader.report import Alien
from interview_drill.grader.task import Examination, Tolerance

SHOWN = 12
"""Arrays with at most so many numbers are shown whole."""

LONG = 240
"""A line of inputs longer than this is told by shapes."""

NUMBER = (int, float, np.number, np.ndarray)


class Misfit(Exception):
    """A value whose form is not the one that the question asks for: what it is, and which part of a tuple it is."""

    def __init__(self, value: Any, part: int | None = None) -> None:
        super().__init__(named(value)["en"])
        self.value, self.part = value, part


def parts(value: Any, task: Examination, first: Any) -> tuple[np.ndarray, ...]:
    """The answer's parts as arrays (a number is 0-d); Misfit where one is not of the form asked for."""
    if isinstance(task.returns, str):
        return (_fitted(value, task.returns, first),)
    if not isinstance(value, list | tuple) or len(value) != len(task.returns):
        raise Misfit(value)
    pairs = zip(value, task.returns, strict=True)
    return tuple(_member(place, part, form, first) for place, (part, form) in enumerate(pairs))


def _member(place: int, part: Any, form: str, first: Any) -> np.ndarray:
    try:
        return _fitted(part, form, first)
    except Misfit as misfit:
        raise Misfit(part, place) from misfit


def _fitted(value: Any, form: str, first: Any) -> np.ndarray:
    form = form_of(form, first)
    if form == "array" and isinstance(first, list) and isinstance(value, list):
        return _listed(value)
    return {"float": _scalar, "ints": _whole, "array": _array}[form](value)


def form_of(form: str, first: Any) -> str:
    """The form itself; like-first is a number where the first argument is one, else an array."""
    if form != "like-first":
        return form
    return "float" if np.ndim(first) == 0 and not isinstance(first, np.ndarray) else "array"


def _scalar(value: Any) -> np.ndarray:
    """A number, whatever type holds it; an array with axes is taken too, and the check of shapes refuses it."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, int | float | np.number | np.ndarray) and not isinstance(value, bool):
        found = np.asarray(value)
        if found.dtype.kind in "iuf":
            return found
    raise Misfit(value)


def _array(value: Any) -> np.ndarray:
    if isinstance(value, np.ndarray | np.number) and value.dtype.kind in "iuf":
        return np.asarray(value)
    raise Misfit(value)


def _listed(value: list) -> np.ndarray:
    try:
        return _array(np.asarray(value))
    except ValueError as error:
        raise Misfit(value) from error


def _whole(value: Any) -> np.ndarray:
    """Labels or indices: a list, tuple or array of whole numbers, whatever type holds them."""
    found = np.asarray(_flat(value))
    if found.ndim != 1 or found.dtype.kind not in "iuf" or not np.all(np.isfinite(found) & (found == np.floor(found))):
        raise Misfit(value)
    if np.any(np.abs(found.astype(float)) > 2**31):
        raise Misfit(value)
    return found.astype(np.int64)


def _flat(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, list | tuple) and all(isinstance(part, NUMBER) and np.ndim(part) == 0 for part in value):
        return [np.asarray(part).item() for part in value]
    raise Misfit(value)


def numbers(value: Any) -> np.ndarray | None:
    """A list, tuple or array of numbers as an array, whatever its axes; None where it is none."""
    try:
        found = np.asarray(value) if isinstance(value, list | tuple | np.ndarray) else None
    except ValueError:  # rows of different lengths
        return None
    return found if found is not None and found.dtype.kind in "iuf" else None


def named(value: Any) -> dict[str, str]:
    """The value's type in the learner's words, a language each: an ndarray of int64, a list of 2, None, matrix."""
    if isinstance(value, Alien):
        return _everywhere(value.name)
    if isinstance(value, list | tuple):
        kind = type(value).__name__
        return {"en": f"{kind} of {len(value)}", "zh": f"{kind}（长度 {len(value)}）"}
    if isinstance(value, np.ndarray):
        return {"en": f"ndarray of {value.dtype}", "zh": f"ndarray（{value.dtype}）"}
    return _everywhere("None" if value is None else type(value).__name__)


def _everywhere(name: str) -> dict[str, str]:
    return {"en": name, "zh": name}


def same_answer(one: Any, other: Any, task: Examination, first: Any) -> bool:
    """Whether two replies' values mean the same: a list of labels and an array of them do, a float and an int too."""
    ours, theirs = (parts_or_none(value, task, first) for value in (one, other))
    if ours is None or theirs is None:
        return ours is theirs and same(one, other, task.tolerance)
    return same(ours, theirs, task.tolerance)


def parts_or_none(value: Any, task: Examination, first: Any) -> tuple[np.ndarray, ...] | None:
    """As `parts`; None where a value is not of the form asked for."""
    try:
        return parts(value, task, first)
    except Misfit:
        return None


def close(got: np.ndarray, wanted: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """Entry by entry: |got - wanted| <= atol + rtol |wanted|; infinities agree by sign, NaN agrees with nothing."""
    return _close(got.astype(float), wanted.astype(float), tolerance)


def _close(got: np.ndarray, wanted: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """np.isclose without its conversions, which cost more than the comparison of arrays as small as these."""
    with np.errstate(all="ignore"):
        near = np.abs(got - wanted) <= tolerance.atol + tolerance.rtol * np.abs(wanted)
    return (near & np.isfinite(wanted)) | (got == wanted)


def same(one: Any, other: Any, tolerance: Tolerance) -> bool:
    """Whether two replies' values are the same answer: form, shape and numbers (here NaN is NaN)."""
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in zip(one, other, strict=True))
    if isinstance(one, Alien | None) or isinstance(other, Alien | None):
        return type(one) is type(other) and one == other
    if isinstance(one, list | tuple) or isinstance(other, list | tuple) or np.shape(one) != np.shape(other):
        return False
    ours, theirs = np.asarray(one, float), np.asarray(other, float)
    return bool(np.all(_close(ours, theirs, tolerance) | (np.isnan(ours) & np.isnan(theirs))))


def worst(got: np.ndarray, wanted: np.ndarray, tolerance: Tolerance) -> tuple[int, ...]:
    """Where got is furthest from wanted: first what is not a number, then the largest difference."""
    with np.errstate(all="ignore"):
        gap = np.abs(got.astype(float) - wanted.astype(float))
    gap = np.where(close(got, wanted, tolerance), -1.0, np.where(np.isnan(gap), np.inf, gap))
    return tuple(int(place) for place in np.unravel_index(int(np.argmax(gap)), gap.shape)) if gap.ndim else ()


def told(names: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """Inputs in a line, x = [1, 2], axis = 0; where that grows long, arrays by their shape, the large ones first."""
    for most in (SHOWN, 6, 4, 2, 1, 0):
        line = ", ".join(_told(name, value, most) for name, value in zip(names, values, strict=True))
        if len(line) <= LONG:
            break
    return line


def _told(name: str, value: Any, most: int) -> str:
    large = isinstance(value, np.ndarray) and value.size > most
    return f"{name}.shape = {value.shape}" if large else f"{name} = {shown(value)}"


def shown(value: Any) -> str:
    """A value in a line: small ones whole, large arrays by their shape."""
    if isinstance(value, np.ndarray):
        if value.size > SHOWN:
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
