"""From verdicts, hints and ticks to ratings of the memory."""

import pytest

from interview_drill.practice.rating import graded, ticked
from interview_drill.verdict import Evidence, Outcome, verdict


@pytest.mark.parametrize(
    ("outcome", "score", "hints", "rating"),
    [
        (Outcome.CORRECT, None, 0, 3),
        (Outcome.CORRECT, None, 1, 2),
        (Outcome.CORRECT, None, 3, 2),
        (Outcome.PARTIAL, 0.75, 0, 2),
        (Outcome.PARTIAL, 0.5, 0, 2),
        (Outcome.PARTIAL, 0.25, 0, 1),
        (Outcome.PARTIAL, 0.75, 2, 2),
        (Outcome.INCORRECT, None, 0, 1),
        (Outcome.UNREADABLE, None, 0, None),
        (Outcome.UNDECIDED, None, 0, None),
        (Outcome.UNDECIDED, None, 2, None),
    ],
)
def test_a_verdict_and_its_hints_rate(outcome, score, hints, rating):
    """Right is good, with a hint hard; half is hard, less is again; what was not decided moves nothing."""
    assert graded(verdict(outcome, Evidence("match", "undecided"), score=score), hints) == rating


@pytest.mark.parametrize(
    ("ticks", "hints", "rating"),
    [((True, True), 0, 3), ((True, True), 1, 2), ((True, False), 0, 2), ((True, False, False), 0, 1), ((False,), 0, 1)],
)
def test_ticks_rate_by_the_same_measure(ticks, hints, rating):
    """All is good, half is hard, less is again."""
    assert ticked(ticks, hints) == rating
