"""An answer that is judged line by line: a line stands, or it is told at once and opened again.

A line that does not stand is a try of its visit: it goes on record, and the first one rates. Mending it is free.
"""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.kinds.stepping import Step
from interview_drill.practice import answering, events, records
from interview_drill.practice.effects import Say, ShowStep, TakeBack
from interview_drill.practice.events import Moment
from interview_drill.practice.state import Session, Transition, with_visit
from interview_drill.practice.visit import Given, Visit, unreadable
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

FOLLOWS = (Outcome.CORRECT, Outcome.UNDECIDED)


def stepped(session: Session, event: events.Stepped, moment: Moment) -> Transition:
    """Lines were entered: those that hold stand, and the rest is told."""
    step, visit = event.step, replace(session.visit, lines=event.step.stands)
    after = with_visit(session, visit)
    if step.verdict is None:
        return after, ()
    seconds = (moment.now - visit.began).total_seconds()
    given = Given(_written(step), step.verdict, seconds, None if step.arrived else len(step.stands))
    if step.verdict.outcome in FOLLOWS and not step.arrived:
        return after, (ShowStep(visit, given),)
    return answering.judged(after, given, moment)


def _written(step: Step) -> Answer:
    """What the verdict is about: the lines up to the one that does not stand; alone where it could not be read."""
    if step.verdict.outcome is Outcome.UNREADABLE:
        return Answer(step.mend)
    return Answer("\n".join([*step.stands, step.mend] if step.mend else step.stands))


def back(session: Session, event: events.Back, moment: Moment) -> Transition:
    """The last line that stands is written anew."""
    visit = session.visit
    if not visit.lines:
        return session, (Say("nothing-to-undo"),)
    return with_visit(session, replace(visit, lines=visit.lines[:-1])), ()


def slipped(visit: Visit) -> bool:
    """Whether the last thing on record is a line that did not stand, with nothing entered since."""
    last = visit.given[-1] if visit.given else None
    return last is not None and last.under_way and not unreadable(last) and last.stood == len(visit.lines)


def retracted(session: Session, moment: Moment) -> Transition:
    """The last slip was one of the hand: it is taken off the record, and its line is open as before."""
    visit = session.visit
    taken_back = TakeBack(records.retractions(visit.reviews[-1:], moment), visit)
    after = replace(visit, given=visit.given[:-1], reviews=visit.reviews[:-1])
    return with_visit(session, after), (taken_back, Say("undone", {"count": 1}))
