"""How far along a learner is, topic by topic: counts over the cards, nothing new measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from interview_drill.bank import Entry, Topic
from interview_drill.memory.card import Card
from interview_drill.practice.standing import mastered, weak


@dataclass(frozen=True)
class Standing:
    """Counts of one topic's questions: all, seen at least once, mastered, due by today, and weak."""

    topic: Topic
    questions: int
    seen: int
    mastered: int
    due: int
    weak: int


def standings(
    topics: Sequence[Topic], entries: Sequence[Entry], cards: Mapping[str, Card], today: date
) -> list[Standing]:
    """The standing of every topic, in their order. Cards of questions that are gone count nowhere."""
    return [
        _standing(topic, [entry.id for entry in entries if entry.topic == topic.id], cards, today) for topic in topics
    ]


def _standing(topic: Topic, ids: Sequence[str], cards: Mapping[str, Card], today: date) -> Standing:
    seen = [cards[id] for id in ids if id in cards]
    return Standing(
        topic,
        questions=len(ids),
        seen=len(seen),
        mastered=sum(map(mastered, seen)),
        due=sum(card.due <= today for card in seen),
        weak=sum(map(weak, seen)),
    )


def next_due(cards: Iterable[Card], today: date) -> date | None:
    """The next day after today that brings something back; None where nothing waits."""
    return min((card.due for card in cards if card.due > today), default=None)
