"""One answer on record. Reviews are only ever added; a retraction takes one back without removing it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

GRADED = "graded"
SELF = "self"


class Review(Struct, frozen=True):
    """One answer that was given, or a key that was asked for without one (`outcome` None, `answer` empty).

    `id` and `visit` are UUIDs; the answers to one asking of a question share their visit. `at` is the real instant
    (aware), `day` the learner's date then. `rating` is 1 (again) to 4 (easy) on the answer that moves the card: the
    first try, or the last tick; None on all others. `score` is in [0, 1] or None; `confidence` in percent, as stated
    before the verdict. `assessed` is "graded" (by an engine) or "self" (by the learner). `seconds` is the time from
    asking to answering, `seed` what repeats the run, `version` the program's.
    `ordinal` orders the answers of one machine within one instant; the store gives it.
    """

    id: str
    visit: str
    question: str
    revision: int
    kind: str
    at: datetime
    day: date
    tries: int
    rating: int | None
    outcome: str | None
    score: float | None
    misconception: str | None
    answer: str
    notation: str | None = None
    hints: int = 0
    confidence: int | None = None
    assessed: str = GRADED
    seed: int | None = None
    seconds: float | None = None
    version: str = ""
    ordinal: int = 0


class Retraction(Struct, frozen=True):
    """A review taken back by `:undo`: `review` is its id, `at` the instant (aware)."""

    id: str
    review: str
    at: datetime
