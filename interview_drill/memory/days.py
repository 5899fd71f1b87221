"""Which day an answer belongs to. A day ends at 04:00, so that an evening that runs past midnight is one day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

DAY_ENDS = timedelta(hours=4)
YEARS = range(1990, 2200)
"""Years that an answer can be of: those after them leave no room for the day on which to ask again."""


def review_day(now: datetime) -> date:
    """The learner's date at `now` (an aware instant in the learner's own zone)."""
    return (now - DAY_ENDS).date()


def noon(day: date) -> datetime:
    """The instant that stands for a day in the fsrs library.

    The library counts whole spans of 24 hours, so that 20:00 and the next 08:00 would be the same day to it;
    from noon to noon one calendar day is one day.
    """
    return datetime.combine(day, time(12), tzinfo=UTC)
