"""Progress as a file of lines, so that what several machines know can be merged: twice is the same as once.

A line is `{"schema": 1, "type": "review" | "retraction", ...fields}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from interview_drill.errors import UsageError
from interview_drill.memory.review import Retraction, Review
from interview_drill.memory.rows import record, row

SCHEMA = 1
TYPES = {"review": Review, "retraction": Retraction}


def lines(records: Iterable[Review | Retraction]) -> Iterator[str]:
    """One JSON line a record, without line ends."""
    for one in records:
        name = type(one).__name__.lower()
        yield json.dumps({"schema": SCHEMA, "type": name, **row(one)}, ensure_ascii=False)


def records(lines: Iterable[str]) -> Iterator[Review | Retraction]:
    """The records of an export. Raises UsageError with the number (from 1) of the first line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read(line, number)


def _read(line: str, number: int) -> Review | Retraction:
    try:
        found = json.loads(line)
        if found["schema"] != SCHEMA:
            raise UsageError("progress-schema", line=number, schema=found["schema"])
        return record(TYPES[found["type"]], found)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError("progress-line", line=number) from error
