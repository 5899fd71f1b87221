"""From a verdict to a rating of the memory: 1 again, 2 hard, 3 good; None moves no card.

Only a first try rates (see records.py): what is mended after a counterexample was shown is on record, but was not
known. Easy (4) is never derived: how fast somebody types says little of how firmly it sits.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.memory.card import AGAIN, GOOD, HARD
from interview_drill.verdict import Outcome, Verdict

HARD_FROM = 0.5
"""The score from which an answer counts as known with effort: graded in part, or ticked in part."""


def graded(verdict: Verdict, helped: int) -> int | None:
    """The rating of a first try after so much help (hints, a key that was seen).

    What was not decided is not held against anybody.
    """
    if verdict.outcome is Outcome.CORRECT:
        return HARD if helped else GOOD
    if verdict.outcome is Outcome.PARTIAL:
        return HARD if (verdict.score or 0.0) >= HARD_FROM else AGAIN
    return AGAIN if verdict.outcome is Outcome.INCORRECT else None


def ticked(ticks: Sequence[bool], helped: int) -> int:
    """The rating of a self-assessed answer: all key points are good, half of them hard, fewer again."""
    share = sum(ticks) / len(ticks) if ticks else 0.0
    if share == 1.0 and not helped:
        return GOOD
    return HARD if share >= HARD_FROM else AGAIN
