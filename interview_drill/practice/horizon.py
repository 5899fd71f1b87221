"""Preparing for a day: nothing is put off beyond it, and what is new is spread over the days that are left.

Must know: what is easy (levels 1 and 2), and every question of the bank's exam set, whatever its level.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil
from zlib import crc32

from msgspec import Struct

from interview_drill.bank import Entry
from interview_drill.memory.card import Card

LAST_LOOK_DAYS = 14
"""Cards that would rest until the day or beyond come up once more in this time before it, spread so that no day is a
wall."""
EASY_LEVEL = 2


class Horizon(Struct, frozen=True):
    """The day to be ready for, which is not counted among the days left; `exam` holds the ids of the exam set."""

    by: date
    exam: frozenset[str] = frozenset()

    def days_left(self, today: date) -> int:
        """Days to work in, today included; at least one."""
        return max(1, (self.by - today).days)

    def due(self, card: Card, scheduled: date) -> date:
        """When the card is due: as scheduled, or for its last look, never past the day itself."""
        if scheduled < self.by:
            return scheduled
        last_look = self.by - timedelta(days=1 + crc32(card.question.encode()) % LAST_LOOK_DAYS)
        return last_look if last_look > card.last else self.by

    def portion(self, unseen: int, today: date) -> int:
        """How many of the questions unseen this morning to begin today, so that all have been seen by the day."""
        return ceil(unseen / self.days_left(today))

    def must_know(self, entry: Entry) -> bool:
        """What every interview may open with."""
        return entry.level <= EASY_LEVEL or entry.id in self.exam

    def must_know_first(self, unseen: Sequence[Entry]) -> list[Entry]:
        """In their order, but what must be known before the rest."""
        return sorted(unseen, key=lambda entry: not self.must_know(entry))
