"""The state of a session: a value that the transitions in answering.py and asides.py replace."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.practice.effects import Effect, ShowKey, ShowOnward
from interview_drill.practice.openings import Openings, with_follow_ups
from interview_drill.practice.queue import Queue, missed
from interview_drill.practice.standing import PASSED
from interview_drill.practice.ticks import assessment, ticked_off
from interview_drill.practice.visit import Stage, Visit
from interview_drill.verdict import Outcome


class Session(Struct, frozen=True):
    """Where a session stands.

    `number` counts the questions asked; `closed` holds the visits that ended with something on record; `before` is
    the session as it was while the last of them was open, to undo it. `calibrate` asks for confidence on graded
    kinds too. Everything drawn at random follows from `seed`. `ends` is when time is up (aware); None where no clock
    runs. `openings` is what good answers may bring up in it; nothing where the questions were chosen by name.
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
    openings: Openings = Openings()


Transition = tuple[Session, tuple[Effect, ...]]
"""The session after an event, and what the outside is to do, in order."""


def with_visit(session: Session, visit: Visit | None) -> Session:
    """The session with its open visit replaced."""
    return replace(session, visit=visit)


def is_open(visit: Visit | None) -> bool:
    """Whether something is still awaited in this visit."""
    return visit is not None and visit.stage is not Stage.OVER


def closed(session: Session) -> Session:
    """The session after its visit ended: a good answer opens its follow-ups, and what was missed comes back."""
    visit = replace(session.visit, stage=Stage.OVER)
    if not visit.reviews:
        return with_visit(session, visit)
    queue, openings, asked = session.queue, session.openings, visit.question
    if passed(visit):
        queue, openings = with_follow_ups(queue, openings, asked.id, asked.topic)
    if not known(visit):
        queue = missed(queue, asked.id)
    after = replace(session, queue=queue, openings=openings, visit=visit, closed=(*session.closed, visit))
    return replace(after, before=with_visit(session, None))


def closed_with_key(session: Session) -> Transition:
    """The visit ends, and the key is shown."""
    return closed(session), (ShowKey(session.visit.question), ShowOnward(session.visit))


def known(visit: Visit) -> bool:
    """Whether nothing in the visit was missed at the first try; what could not be decided was not missed.

    A key that was seen before is copied, not known.
    """
    if visit.seen:
        return False
    if visit.self_assessed:
        return ticked_off(visit) and assessment(visit).outcome is Outcome.CORRECT
    return visit.first is not None and visit.first.verdict.outcome in (Outcome.CORRECT, Outcome.UNDECIDED)


def passed(visit: Visit) -> bool:
    """Whether what rates in the visit scored enough for follow-ups to open, as the record will say."""
    if visit.self_assessed:
        return ticked_off(visit) and assessment(visit).score >= PASSED
    score = visit.first.verdict.score if visit.first else None
    return score is not None and score >= PASSED
