"""Reviews and cards as rows of the database and as lines of an export: plain values, dates as ISO text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from msgspec.structs import asdict

from interview_drill.memory.card import Card
from interview_drill.memory.review import Retraction, Review

Record = TypeVar("Record", Review, Retraction, Card)

INSTANTS = {"at"}
DAYS = {"day", "first", "last", "due"}


def row(record: Review | Retraction | Card) -> dict[str, object]:
    """The record as plain values, by field name."""
    return {name: _plain(value) for name, value in asdict(record).items()}


def record(kind: type[Record], row: Mapping[str, object]) -> Record:
    """The record that a row stands for; unknown names are ignored. Raises KeyError, TypeError or ValueError."""
    return kind(**{name: _lively(name, row[name]) for name in names(kind)})


def names(kind: type[Record]) -> list[str]:
    """The column names of a record."""
    return list(kind.__struct_fields__)


def instant(at: datetime) -> str:
    """The instant as text that sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return instant(value)
    return value.isoformat() if isinstance(value, date) else value


def _lively(name: str, value: object) -> object:
    if name in INSTANTS:
        return datetime.fromisoformat(str(value))
    return date.fromisoformat(str(value)) if name in DAYS else value
