"""What is new: in teaching order, a follow-up behind its parent, so many a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from interview_drill.bank import Entry
from interview_drill.memory.card import Card
from interview_drill.practice.horizon import Horizon

NEW_A_DAY = 6


def opened(unseen: Sequence[Entry], pool: Sequence[Entry], passed: Collection[str]) -> list[Entry]:
    """Without the follow-ups whose parent still waits for an answer; one whose parent is not in the pool is open."""
    ids = {entry.id for entry in pool}
    return [entry for entry in unseen if entry.parent in passed or entry.parent not in ids]


def parents_first(unseen: Sequence[Entry]) -> list[Entry]:
    """In their order, except that a parent is taken before what follows up on it."""
    waiting, placed = {entry.id: entry for entry in unseen}, []
    for entry in unseen:
        line = []
        while entry is not None and waiting.pop(entry.id, None):
            line.append(entry)
            entry = waiting.get(entry.parent)
        placed.extend(reversed(line))
    return placed


def share(
    unseen: Sequence[Entry], pool: Sequence[Entry], cards: Mapping[str, Card], today: date, horizon: Horizon
) -> Sequence[Entry]:
    """As many as a date asks for today; what was begun of the pool today already counts."""
    begun = sum(cards[entry.id].first == today for entry in pool if entry.id in cards)
    return unseen[: max(0, horizon.portion(len(unseen) + begun, today) - begun)]


def capped(unseen: Sequence[Entry], cards: Mapping[str, Card], today: date, new: int | None) -> Sequence[Entry]:
    """At most `new` a day (None: all of them)."""
    return unseen if new is None else unseen[: left(cards, today, new)]


def left(cards: Mapping[str, Card], today: date, new: int) -> int:
    """How many of `new` questions a day may still be begun; whatever was begun today already counts."""
    return max(0, new - sum(card.first == today for card in cards.values()))
