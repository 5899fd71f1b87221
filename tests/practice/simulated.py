"""A learner on a fake clock: sits down once a day, knows what the memory says they know, forgets the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from interview_drill.bank import Entry
from interview_drill.memory.card import AGAIN, GOOD, Card, recall, reviewed
from interview_drill.practice.selection import Choice, Memory, Wish, choose

START = date(2026, 3, 1)
KNOWN_BEFORE = 0.6
"""The share of new questions that the learner answers at once."""


def a_bank(topics: int = 12, trees: int = 3, deep: int = 5) -> list[Entry]:
    """Twelve topics of three trees, each a root and four follow-ups below each other: 180 questions."""
    return [
        Entry(_id(topic, tree, depth), "formula", f"topic-{topic}", depth + 1, _parent(topic, tree, depth), 1, {})
        for topic in range(topics)
        for tree in range(trees)
        for depth in range(deep)
    ]


def _id(topic: int, tree: int, depth: int) -> str:
    return f"q-{topic}-{tree}-{depth}"


def _parent(topic: int, tree: int, depth: int) -> str | None:
    return _id(topic, tree, depth - 1) if depth else None


@dataclass
class Learner:
    """Their cards, what each day brought, and when each question was asked; `seed` decides what they forget."""

    pool: Sequence[Entry]
    seed: int = 1
    cards: dict[str, Card] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    days: list[Choice] = field(default_factory=list)

    def sit_down(self, today: date, wish: Wish) -> Choice:
        """One session: everything it asks is answered."""
        chosen = choose(self.pool, Memory(dict(self.cards), frozenset(self.passed)), today, wish)
        for question in chosen.questions:
            rating = self._rating(question, today)
            self.cards[question] = reviewed(self.cards.get(question), question, rating, today)
            if rating != AGAIN:
                self.passed.add(question)
        self.days.append(chosen)
        return chosen

    def practise(self, days: int, wish: Wish, misses: Sequence[int] = ()) -> Learner:
        """So many days in a row, except those (from 0) on which they are away."""
        for number in range(days):
            if number not in misses:
                self.sit_down(START + timedelta(days=number), wish)
        return self

    def _rating(self, question: str, today: date) -> int:
        card = self.cards.get(question)
        chance = recall(card, today) if card else KNOWN_BEFORE
        return GOOD if Random(f"{self.seed}:{question}:{today}").random() < chance else AGAIN
