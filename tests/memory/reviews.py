"""Reviews for tests: every field has a value, and a test names only those that matter to it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from interview_drill.memory.review import Review

NUMBERS = count(1)
NOW = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)


def a_review(question: str = "sigmoid-formula", **fields: object) -> Review:
    """A correct first try, unless `fields` say otherwise."""
    number = next(NUMBERS)
    plain = {
        "id": f"review-{number}",
        "visit": f"visit-{number}",
        "question": question,
        "revision": 1,
        "kind": "formula",
        "at": NOW,
        "day": date(2026, 3, 1),
        "tries": 1,
        "rating": 3,
        "outcome": "correct",
        "score": 1.0,
        "misconception": None,
        "answer": "1/(1+e^-x)",
        "version": "0.1.0",
    }
    return Review(**{**plain, **fields})
