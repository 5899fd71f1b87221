"""How far along a learner is: counts over the cards and the record, nothing new measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from interview_drill.bank import Entry, Topic
from interview_drill.memory.card import Card
from interview_drill.practice.standing import due_on, mastered, weak


class Standing(Struct, frozen=True):
    """Counts of one topic's questions: all, seen at least once, mastered, due by today, and weak."""

    topic: Topic
    questions: int
    seen: int
    mastered: int
    due: int
    weak: int


class Slip(Struct, frozen=True):
    """A misconception that showed in answers: how often, on which day last, and whether its question is still weak."""

    question: str
    misconception: str
    times: int
    last: str
    weak: bool


class Bucket(Struct, frozen=True):
    """Rated answers given with a confidence from `low` to `high` percent: how many, how sure, how right (in [0, 1]).

    `assessed` is graded or self: what one ticks oneself is no measure for the other.
    """

    assessed: str
    low: int
    high: int
    answers: int
    sure: float
    right: float


BUCKETS = ((0, 49), (50, 69), (70, 89), (90, 100))
"""A guess, leaning, fairly sure, certain."""


def standings(
    topics: Sequence[Topic], entries: Sequence[Entry], cards: Mapping[str, Card], today: date
) -> list[Standing]:
    """The standing of every topic, in their order. Cards of questions that are gone count nowhere."""
    return [_standing(topic, [entry for entry in entries if entry.topic == topic.id], cards, today) for topic in topics]


def _standing(topic: Topic, entries: Sequence[Entry], cards: Mapping[str, Card], today: date) -> Standing:
    seen = [(cards[entry.id], entry.revision) for entry in entries if entry.id in cards]
    return Standing(
        topic,
        questions=len(entries),
        seen=len(seen),
        mastered=sum(mastered(card) for card, _ in seen),
        due=sum(due_on(card, revision) <= today for card, revision in seen),
        weak=sum(weak(card) for card, _ in seen),
    )


def slips(rows: Iterable[tuple[str, str, int, str]], entries: Sequence[Entry], cards: Mapping[str, Card]) -> list[Slip]:
    """The misconceptions on record (see `Store.slips`), those of weak questions first; of questions that still are."""
    ids = {entry.id for entry in entries}
    found = [
        Slip(question, name, times, last, question in cards and weak(cards[question]))
        for question, name, times, last in rows
        if question in ids
    ]
    return sorted(found, key=lambda slip: (not slip.weak, -slip.times))


def calibration(rows: Iterable[tuple[str, int, int, float]]) -> list[Bucket]:
    """How sure against how right, from `Store.stated`; buckets without an answer are left out."""
    kept = list(rows)
    buckets = (
        _bucket(assessed, low, high, kept) for assessed in sorted({row[0] for row in kept}) for low, high in BUCKETS
    )
    return [bucket for bucket in buckets if bucket.answers]


def _bucket(assessed: str, low: int, high: int, rows: Sequence[tuple[str, int, int, float]]) -> Bucket:
    mine = [row for row in rows if row[0] == assessed and low <= row[1] <= high]
    answers = sum(count for _, _, count, _ in mine)
    sure = sum(percent * count for _, percent, count, _ in mine) / 100
    right = sum(score for *_, score in mine)
    return Bucket(assessed, low, high, answers, sure / max(answers, 1), right / max(answers, 1))


def next_due(cards: Iterable[Card], today: date) -> date | None:
    """The next day after today that brings something back; None where nothing waits."""
    return min((card.due for card in cards if card.due > today), default=None)
