"""The exit codes of the program, and what answers come to: one table for `check` and for `practice` on a pipe."""

from __future__ import annotations

from collections.abc import Iterable

from interview_drill.verdict import Outcome

EXIT_CODES = {
    Outcome.CORRECT: 0,
    Outcome.PARTIAL: 1,
    Outcome.INCORRECT: 1,
    Outcome.UNREADABLE: 1,
    Outcome.UNDECIDED: 3,
}
REFUSED = 2
BANK_INVALID = 4
INTERRUPTED = 130
MILD_TO_GRAVE = (0, 3, 1, REFUSED, BANK_INVALID)


def gravest(codes: Iterable[int]) -> int:
    """The gravest of several exit codes; 0 where there are none."""
    return max(codes, key=MILD_TO_GRAVE.index, default=0)
