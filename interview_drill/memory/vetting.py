"""What the fields of a record may hold, where the record comes from a file that anybody may have written.

A record that is let in here folds into a card without an error, and has a place in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from math import isfinite

from interview_drill.memory.days import YEARS
from interview_drill.memory.review import GRADED, SELF, Review
from interview_drill.memory.rows import names

NAME, TEXT = 200, 1_000_000
"""Characters of a name (an id, a version), and of an answer."""
APART = timedelta(days=2)
"""The learner's day and the instant are this close in every zone, days ending at 04:00."""
MOST = 2**63 - 1
"""What SQLite keeps as a whole number."""
OUTCOMES = ("correct", "partial", "incorrect", "unreadable", "undecided")

Check = Callable[[object], bool]


def _text(limit: int, shortest: int = 1) -> Check:
    """Text of so many characters that can be written as UTF-8."""

    def fits(value: object) -> bool:
        if not isinstance(value, str) or not shortest <= len(value) <= limit:
            return False
        return not any("\ud800" <= char <= "\udfff" for char in value)

    return fits


def _name(value: object) -> bool:
    return _text(NAME)(value) and value.isprintable()


def _whole(low: int, high: int) -> Check:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _real(low: float, high: float) -> Check:
    def fits(value: object) -> bool:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and low <= value <= high and isfinite(value)

    return fits


def _one_of(*values: str) -> Check:
    return lambda value: isinstance(value, str) and value in values


def _or_none(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _instant(value: object) -> bool:
    return isinstance(value, str) and _at(value) is not None


def _day(value: object) -> bool:
    return isinstance(value, str) and _date(value) is not None


CHECKS: dict[str, Check] = {
    "id": _name,
    "visit": _name,
    "review": _name,
    "question": _name,
    "kind": _name,
    "at": _instant,
    "day": _day,
    "revision": _whole(0, 1_000_000),
    "tries": _whole(0, 1_000_000),
    "hints": _whole(0, 1_000_000),
    "ordinal": _whole(0, MOST),
    "seed": _or_none(_whole(0, MOST)),
    "rating": _or_none(_whole(1, 4)),
    "confidence": _or_none(_whole(0, 100)),
    "score": _or_none(_real(0.0, 1.0)),
    "seconds": _or_none(_real(-1e12, 1e12)),
    "outcome": _or_none(_one_of(*OUTCOMES)),
    "assessed": _one_of(GRADED, SELF),
    "misconception": _or_none(_name),
    "notation": _or_none(_name),
    "answer": _text(TEXT, shortest=0),
    "version": _text(NAME, shortest=0),
}


def vet(kind: type, row: Mapping[str, object]) -> str | None:
    """The first field of a row that cannot be what it should be, or is missing; None where all is well."""
    for name in names(kind):
        if name not in row or not CHECKS[name](row[name]):
            return name
    if kind is Review and not _together(str(row["at"]), str(row["day"])):
        return "day"
    return None


def _together(at: str, day: str) -> bool:
    noon = datetime.combine(_date(day), datetime.min.time(), tzinfo=UTC) + timedelta(hours=12)
    return abs(noon - _at(at)) <= APART


def _at(text: str) -> datetime | None:
    with suppress(ValueError):
        found = datetime.fromisoformat(text)
        return found if found.tzinfo and found.year in YEARS else None
    return None


def _date(text: str) -> date | None:
    with suppress(ValueError):
        found = date.fromisoformat(text)
        return found if found.year in YEARS else None
    return None
