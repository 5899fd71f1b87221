"""Progress as a file of lines, so that what several machines know can be merged: twice is the same as once.

A line is `{"schema": 1, "type": "review" | "retraction", ...fields}`. Such a file comes from anywhere: vetting.py
says what a field may hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from interview_drill.errors import UsageError
from interview_drill.memory.review import Retraction, Review
from interview_drill.memory.rows import record, row
from interview_drill.memory.vetting import vet

SCHEMA = 1
TYPES = {"review": Review, "retraction": Retraction}
LONGEST = 8_000_000
"""Characters of a line; an answer is far shorter."""
AHEAD = timedelta(days=2)
"""How far the clock of another machine, in another zone, may be ahead."""


def lines(records: Iterable[Review | Retraction]) -> Iterator[str]:
    """One JSON line a record, without line ends; ASCII, so that no terminal or encoding changes it."""
    for one in records:
        name = type(one).__name__.lower()
        yield json.dumps({"schema": SCHEMA, "type": name, **row(one)})


def records(lines: Iterable[str], today: date | None = None) -> Iterator[Review | Retraction]:
    """The records of an export. Raises UsageError with the number (from 1) of the first line that is none.

    With `today`, a review of a later day is refused: a card that was answered in the future is never asked again.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            one = _read(line.removeprefix("\ufeff"), number)
            if today and isinstance(one, Review) and one.day > today + AHEAD:
                raise UsageError("progress-future", line=number, day=one.day.isoformat())
            yield one


def _read(line: str, number: int) -> Review | Retraction:
    """The record of one line; every way in which it can be none is refused with its number."""
    if len(line) > LONGEST:
        raise UsageError("progress-line", line=number)
    try:
        found = json.loads(line)
        schema, kind = found["schema"], TYPES.get(found["type"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise UsageError("progress-line", line=number) from error
    if schema != SCHEMA or kind is None:
        raise UsageError("progress-schema" if isinstance(schema, int) else "progress-line", line=number, schema=schema)
    wrong = vet(kind, found)
    if wrong:
        raise UsageError("progress-field", line=number, field=wrong)
    return record(kind, found)
