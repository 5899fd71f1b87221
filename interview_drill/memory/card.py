"""Cards over the fsrs library: how firmly a question sits, and the day on which to ask it again.

Whole days only: no minute steps (a session brings missed questions back itself) and no fuzz (a run repeats).
Free Spaced Repetition Scheduler, version 6; stability and recall as its authors define them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce

import fsrs
from msgspec import Struct

from interview_drill.memory.days import noon
from interview_drill.memory.review import Review

AGAIN, HARD, GOOD, EASY = (int(rating) for rating in fsrs.Rating)

RETENTION = 0.9
SCHEDULER = fsrs.Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class Card(Struct, frozen=True):
    """What is known of one question.

    `stability` is the days until the chance of recall falls to 90 %, `difficulty` runs from 1 to 10; `first`, `last`
    and `due` are the learner's dates; `lapses` counts the ratings "again". `rating` is that of the latest day, the
    worst where there were several: right a few minutes after the key was seen is an echo. `revision` is the latest
    one of the question that was answered.
    """

    question: str
    stability: float
    difficulty: float
    first: date
    last: date
    due: date
    reviews: int
    lapses: int
    rating: int
    revision: int = 1


def reviewed(card: Card | None, question: str, rating: int, day: date, revision: int = 1) -> Card:
    """The card after one more rating on `day`; None stands for a question never seen.

    A day before the card's last one (a clock set back, a merge) counts as that last day.
    """
    day = max(day, card.last) if card else day
    after, _ = SCHEDULER.review_card(_theirs(card, day), fsrs.Rating(rating), noon(day))
    return Card(
        question=question,
        stability=after.stability,
        difficulty=after.difficulty,
        first=card.first if card else day,
        last=day,
        due=after.due.date(),
        reviews=(card.reviews if card else 0) + 1,
        lapses=(card.lapses if card else 0) + (rating == AGAIN),
        rating=min(rating, card.rating) if card and card.last == day else rating,
        revision=max(revision, card.revision) if card else revision,
    )


def fold(reviews: Iterable[Review]) -> Card | None:
    """The card that the reviews of one question give, in the order in which they stand; None without a rating."""
    rated = (review for review in reviews if review.rating is not None)
    return reduce(_after, rated, None)


def _after(card: Card | None, review: Review) -> Card:
    return reviewed(card, review.question, review.rating, review.day, review.revision)


def recall(card: Card, day: date) -> float:
    """The chance, in [0, 1], that the learner still knows it on `day`."""
    return SCHEDULER.get_card_retrievability(_theirs(card, day), noon(max(day, card.last)))


def _theirs(card: Card | None, day: date) -> fsrs.Card:
    """The library's card. It is given an id: without one the library waits a millisecond to make it unique."""
    if card is None:
        return fsrs.Card(card_id=0, due=noon(day))
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=card.stability,
        difficulty=card.difficulty,
        due=noon(card.due),
        last_review=noon(card.last),
    )
