"""Verdicts: facts about an answer. Words are made last, in `feedback`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """What became of an answer. UNREADABLE counts no attempt; UNDECIDED is never held against the learner."""

    CORRECT = "correct"
    PARTIAL = "partial"
    INCORRECT = "incorrect"
    UNREADABLE = "unreadable"
    UNDECIDED = "undecided"


SCORES = {Outcome.CORRECT: 1.0, Outcome.INCORRECT: 0.0}


class Evidence(Struct, frozen=True):
    """One fact about an answer.

    `method` is how it was found: proved, sampled, counterexample, vector, match or self. `message` is an id that
    `feedback` turns into a sentence with `facts` (plain JSON values).
    """

    method: str
    message: str
    facts: Mapping[str, object] = {}


UNWRITTEN = "starter-untouched"
"""The message about a program that is the starter still: nothing was tried, so nothing was missed."""


class Verdict(Struct, frozen=True):
    """The outcome with its evidence, the decisive fact first.

    `score` is 1 for correct, 0 for incorrect, between for partial, None where nothing was decided.
    """

    outcome: Outcome
    score: float | None
    evidence: tuple[Evidence, ...]
    misconception: str | None = None

    @property
    def unwritten(self) -> bool:
        """Whether there is no answer in it yet."""
        return any(one.message == UNWRITTEN for one in self.evidence)


def verdict(
    outcome: Outcome, *evidence: Evidence, score: float | None = None, misconception: str | None = None
) -> Verdict:
    """A verdict whose score follows from its outcome; partial credit names its own."""
    return Verdict(outcome, SCORES.get(outcome, score), evidence, misconception)
