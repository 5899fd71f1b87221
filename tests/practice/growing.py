"""Hand-made trees of questions for interviews."""

from __future__ import annotations

from interview_drill.bank import Entry


def an_entry(id: str, parent: str | None = None, kind: str = "formula", level: int = 1, topic: str = "one") -> Entry:
    return Entry(id=id, kind=kind, topic=topic, level=level, parent=parent, revision=1, title={"en": id})


POOL = [
    an_entry("one"),
    an_entry("one-choice", "one", "choice", 1),
    an_entry("one-why", "one", "concept", 3),
    an_entry("one-code", "one", "code", 2),
    an_entry("one-slope", "one", "formula", 3),
    an_entry("one-slope-number", "one-slope", "number", 2),
    an_entry("two", topic="two", level=2),
    an_entry("two-code", "two", "code", 2, topic="two"),
    an_entry("two-alone", topic="two", kind="concept", level=1),
]
"""Two topics: in the first a tree with every rung of the ladder, in the second a main question without follow-ups."""
