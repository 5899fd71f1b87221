"""An answer that was written outside a session, put on record as a session would.

All answers to one question in one run are one visit: the first that can be read rates, the others are further tries.
"""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.memory.review import Review
from interview_drill.practice import records
from interview_drill.practice.events import Moment
from interview_drill.practice.visit import Given, Visit, unreadable
from interview_drill.question import Answer
from interview_drill.verdict import Verdict


def recorded(visit: Visit, answer: Answer, verdict: Verdict, seed: int, moment: Moment) -> tuple[Visit, Review | None]:
    """The visit after this answer, and the review to commit; None where the answer could not be read.

    An open question waits for its author's ticks: its answer is kept and rates nothing. How long an answer took
    nobody knows.
    """
    given = Given(answer, None if visit.self_assessed else verdict, 0.0)
    after = replace(visit, given=(*visit.given, given))
    if unreadable(given):
        return after, None
    return after, replace(records.of_answer(visit, given, seed, moment), seconds=None)
