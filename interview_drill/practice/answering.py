"""From an answer to the end of its visit.

    graded          ANSWER --> (SURE, when calibrating) --> OVER, or ANSWER again for one mending
    line by line    ANSWER, a line at a time (stepping.py) --> OVER
    self-assessed   ANSWER --> SURE --> TICK, a point at a time --> OVER
    on paper        PAPER --> (SURE, when calibrating or open) --> TICK --> OVER
"""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.practice import events, records
from interview_drill.practice.effects import Remember, Say, ShowOnward, ShowTicks, ShowVerdict
from interview_drill.practice.events import Moment
from interview_drill.practice.state import Session, Transition, closed, closed_with_key, with_visit
from interview_drill.practice.ticks import assessment, next_point
from interview_drill.practice.visit import TRIES, Given, Stage, Visit, right, unreadable
from interview_drill.verdict import Outcome


def handed(session: Session, event: events.Handed, moment: Moment) -> Transition:
    """An answer was handed in."""
    visit = session.visit
    given = Given(event.answer, event.verdict, (moment.now - visit.began).total_seconds())
    if visit.self_assessed:
        return _told(session, given, moment)
    if _asks_how_sure(session, given):
        return with_visit(session, replace(visit, held=given, stage=Stage.SURE)), ()
    return judged(session, given, moment)


def sure(session: Session, event: events.Sure, moment: Moment) -> Transition:
    """The learner said how sure they are: a held verdict comes out, or the ticking begins."""
    visit = replace(session.visit, confidence=event.percent)
    if visit.held:
        return judged(with_visit(session, visit), visit.held, moment)
    return _ticking(session, visit)


def written(session: Session, event: events.Written, moment: Moment) -> Transition:
    """The sheet is full: compare it. An open question is rated first, and so is any other when calibrating."""
    visit = session.visit
    if session.calibrate or visit.question.kind == "concept":
        return with_visit(session, replace(visit, stage=Stage.SURE)), ()
    return _ticking(session, visit)


def tick(session: Session, event: events.Tick, moment: Moment) -> Transition:
    """One point ticked or left; after the last one the assessment goes on record."""
    visit = replace(session.visit, ticks=(*session.visit.ticks, event.yes))
    if next_point(visit):
        return with_visit(session, visit), ()
    review = records.of_ticks(visit, session.seed, moment)
    after, key = _compared(with_visit(session, _recorded(visit, review.id)))
    return after, (Remember(review), _assessed(visit), *key)


def _compared(session: Session) -> Transition:
    """The end of ticking; on paper the key has been on the screen since the sheet was full."""
    seen = session.visit.on_paper and session.visit.question.kind != "concept"
    return (closed(session), (ShowOnward(session.visit),)) if seen else closed_with_key(session)


def _asks_how_sure(session: Session, given: Given) -> bool:
    first_try = not session.visit.tries and not unreadable(given)
    return session.calibrate and first_try and session.visit.confidence is None


def _told(session: Session, given: Given, moment: Moment) -> Transition:
    """An open answer is on record before the learner rates it; an answer said aloud is empty."""
    review = records.of_answer(session.visit, given, session.seed, moment)
    visit = replace(session.visit, given=(given,), stage=Stage.SURE)
    return with_visit(session, _recorded(visit, review.id)), (Remember(review),)


def judged(session: Session, given: Given, moment: Moment) -> Transition:
    """A verdict goes on record and is told; then the answer is open for mending, or its visit is over."""
    visit = replace(session.visit, held=None, stage=Stage.ANSWER, given=(*session.visit.given, given))
    if unreadable(given):
        return with_visit(session, visit), (ShowVerdict(visit, given),)
    review = records.of_answer(session.visit, given, session.seed, moment)
    visit = _recorded(visit, review.id)
    shown = (Remember(review), ShowVerdict(visit, given))
    if _can_be_mended(visit, given):
        return with_visit(session, visit), shown
    after, key = closed_with_key(with_visit(session, visit))
    return after, (*shown, *key)


def _can_be_mended(visit: Visit, given: Given) -> bool:
    """A line under way always; a whole answer once."""
    missed = not right(given) and given.verdict.outcome is not Outcome.UNDECIDED
    return given.under_way or (missed and visit.whole_tries < TRIES)


def _ticking(session: Session, visit: Visit) -> Transition:
    visit = replace(visit, stage=Stage.TICK, shown=visit.on_paper and visit.question.kind != "concept")
    return with_visit(session, visit), (ShowTicks(visit),)


def _assessed(visit: Visit) -> Say:
    met = assessment(visit)
    if visit.question.kind != "concept":  # one tick for the whole sheet, then slips: there is no share to tell
        return Say(f"compared-{met.outcome.value}")
    return Say(f"assessed-{met.outcome.value}", {"met": sum(visit.ticks), "total": len(visit.ticks)})


def _recorded(visit: Visit, review: str) -> Visit:
    return replace(visit, reviews=(*visit.reviews, review))
