"""The clock of a run: the real one, or one that starts where `DRILL_NOW` says and ticks on from there."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from interview_drill.errors import UsageError
from interview_drill.memory.days import YEARS

Clock = Callable[[], datetime]
"""Gives the present instant, aware, in the learner's zone."""


def clock() -> Clock:
    """The clock of this run. Raises UsageError where `DRILL_NOW` is no ISO 8601 date and time."""
    named = os.environ.get("DRILL_NOW")
    return starting_at(_instant(named)) if named else lambda: datetime.now().astimezone()


def starting_at(start: datetime) -> Clock:
    """A clock that shows `start` now and goes at the usual speed."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def _instant(text: str) -> datetime:
    """An instant without a zone is meant in the learner's own; a bare date is its noon."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError("clock-unreadable", value=text) from error
    if found.year not in YEARS:
        raise UsageError("clock-far", value=text, first=YEARS[0], last=YEARS[-1])
    if len(text) <= len("2026-01-31"):
        found = found.replace(hour=12)
    return found if found.tzinfo else found.astimezone()
