"""The clock of a run can be set, and goes on from there."""

from datetime import UTC, datetime, timedelta

import pytest

from interview_drill.errors import UsageError
from interview_drill.practice.clock import clock


def test_the_clock_starts_where_it_is_told(monkeypatch):
    """An instant with its zone is kept, and time passes."""
    monkeypatch.setenv("DRILL_NOW", "2026-03-01T20:00:00+00:00")
    now = clock()
    assert timedelta(0) <= now() - datetime(2026, 3, 1, 20, tzinfo=UTC) < timedelta(seconds=5)


def test_a_bare_date_is_its_noon(monkeypatch):
    """In the learner's own zone, so that it is that very day."""
    monkeypatch.setenv("DRILL_NOW", "2026-03-01")
    assert clock()().replace(tzinfo=None, microsecond=0, second=0) == datetime(2026, 3, 1, 12)


def test_nonsense_is_refused(monkeypatch):
    """With the value, so that it can be found."""
    monkeypatch.setenv("DRILL_NOW", "tomorrow")
    with pytest.raises(UsageError) as refused:
        clock()
    assert refused.value.facts == {"value": "tomorrow"}


def test_without_a_wish_it_is_the_real_one(monkeypatch):
    """Aware, in the learner's zone."""
    monkeypatch.delenv("DRILL_NOW", raising=False)
    assert clock()().tzinfo is not None
