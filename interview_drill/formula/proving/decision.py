"""Is left - right zero on the declared domains? One attempt without cases, then a case for each sign, while it pays."""

from __future__ import annotations

from interview_drill.formula.proving.attempt import Attempt
from interview_drill.formula.proving.goal import Case, Goal
from interview_drill.formula.proving.space import Restart, Session, Split, Undefined, Unsupported
from interview_drill.formula.proving.tree import Grove

MOST_CASES = 300


def holds(goal: Goal) -> bool:
    """True only if both sides are equal wherever both are defined, and are defined together.

    Single points where a denominator is zero do not count as a difference. Raises Unsupported.
    """
    session, grove = Session(), Grove()
    waiting, seen = [Case()], 0
    while waiting:
        seen += 1
        further = _further(goal, session, waiting.pop(), grove)
        if further is None:
            return False
        waiting += further
        if seen + len(waiting) > MOST_CASES:
            raise Unsupported("cases")
    return True


def _further(goal: Goal, session: Session, case: Case, grove: Grove) -> list[Case] | None:
    while True:
        attempt = Attempt(goal, session, case, grove)
        try:
            return attempt.further()
        except Restart:
            continue
        except Split as split:
            return attempt.split_at(split.key)
        except Undefined:
            return None
