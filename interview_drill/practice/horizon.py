"""Preparing for a day: nothing is put off beyond it, and what is new is spread over the days that are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from zlib import crc32

from interview_drill.bank import Entry
from interview_drill.memory.card import Card

LAST_LOOK_DAYS = 7
"""Cards that would rest beyond the day come up once more in the week before it, spread so that no day is a wall."""
EASY_LEVEL = 2


@dataclass(frozen=True)
class Horizon:
    """The day to be ready for; it is not counted among the days left."""

    by: date

    def days_left(self, today: date) -> int:
        """Days to work in, today included; at least one."""
        return max(1, (self.by - today).days)

    def due(self, card: Card) -> date:
        """When the card is due: as scheduled, or for its last look, never past the day itself."""
        if card.due <= self.by:
            return card.due
        last_look = self.by - timedelta(days=1 + crc32(card.question.encode()) % LAST_LOOK_DAYS)
        return last_look if last_look > card.last else self.by

    def portion(self, unseen: int, today: date) -> int:
        """How many of the questions unseen this morning to begin today, so that all have been seen by the day."""
        return ceil(unseen / self.days_left(today))


def must_know(entry: Entry) -> bool:
    """What an interview opens with: the root of each follow-up tree, and whatever is easy."""
    return entry.parent is None or entry.level <= EASY_LEVEL


def must_know_first(unseen: Sequence[Entry]) -> list[Entry]:
    """In teaching order, but what must be known before the rest."""
    return sorted(unseen, key=lambda entry: not must_know(entry))
