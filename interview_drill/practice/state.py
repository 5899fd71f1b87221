"""The state of a session: a value that the transitions in answering.py and asides.py replace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from interview_drill.practice.effects import Effect, ShowKey
from interview_drill.practice.queue import Queue, missed
from interview_drill.practice.ticks import assessment, ticked_off
from interview_drill.practice.visit import Stage, Visit
from interview_drill.verdict import Outcome


@dataclass(frozen=True)
class Session:
    """Where a session stands.

    `number` counts the questions asked; `closed` holds the visits that ended with something on record; `before` is
    the session as it was while the last of them was open, to undo it. `calibrate` asks for confidence on graded
    kinds too. Everything drawn at random follows from `seed`. `ends` is when time is up (aware); None where no clock
    runs.
    """

    queue: Queue
    seed: int
    calibrate: bool = False
    number: int = 0
    visit: Visit | None = None
    closed: tuple[Visit, ...] = ()
    before: Session | None = None
    over: bool = False
    ends: datetime | None = None


Transition = tuple[Session, tuple[Effect, ...]]
"""The session after an event, and what the outside is to do, in order."""


def with_visit(session: Session, visit: Visit | None) -> Session:
    """The session with its open visit replaced."""
    return replace(session, visit=visit)


def is_open(visit: Visit | None) -> bool:
    """Whether something is still awaited in this visit."""
    return visit is not None and visit.stage is not Stage.OVER


def closed(session: Session) -> Session:
    """The session after its visit ended: what was missed comes back."""
    visit = replace(session.visit, stage=Stage.OVER)
    if not visit.reviews:
        return with_visit(session, visit)
    queue = session.queue if known(visit) else missed(session.queue, visit.question.id)
    return replace(session, queue=queue, visit=visit, closed=(*session.closed, visit), before=with_visit(session, None))


def closed_with_key(session: Session) -> Transition:
    """The visit ends, and the key is shown."""
    return closed(session), (ShowKey(session.visit.question),)


def known(visit: Visit) -> bool:
    """Whether nothing in the visit was missed at the first try; what could not be decided was not missed."""
    if visit.self_assessed:
        return ticked_off(visit) and assessment(visit).outcome is Outcome.CORRECT
    return visit.first is not None and visit.first.verdict.outcome in (Outcome.CORRECT, Outcome.UNDECIDED)
