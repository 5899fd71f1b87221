"""What a learner may do instead of answering: a hint, the key, paper, another question, undo, the end."""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.practice import answering, events, records, stepping
from interview_drill.practice.effects import KeepPlace, Remember, Say, ShowHint, ShowQuestion, TakeBack
from interview_drill.practice.events import Moment
from interview_drill.practice.state import Session, Transition, closed, closed_with_key, is_open, with_visit
from interview_drill.practice.visit import Stage, Visit

WORKING = (Stage.ANSWER, Stage.PAPER)


def hint(session: Session, event: events.AskHint, moment: Moment) -> Transition:
    """What leads on from where the learner is, once; else the next hint of the question, weakest first."""
    visit, hints = session.visit, session.visit.question.hints
    if visit.stage not in WORKING:
        return session, (Say("not-now"),)
    after = replace(visit, hints=visit.hints + 1)
    if event.towards and event.towards[0] not in visit.towards:
        name, text = event.towards
        told = ShowHint(text, back_to=event.back_to)
        return with_visit(session, replace(after, towards=(*visit.towards, name))), (told,)
    given = visit.hints - len(visit.towards)
    if given == len(hints):
        return session, (Say("no-more-hints", {"total": len(hints)}),)
    return with_visit(session, after), (ShowHint(hints[given], given + 1, len(hints)),)


def key(session: Session, event: events.AskKey, moment: Moment) -> Transition:
    """Asked before any answer, the question counts as not known; after a miss this only ends the mending."""
    visit = session.visit
    if visit.stage is Stage.SURE:
        return answering.sure(session, events.Sure(None), moment)
    if visit.stage is Stage.TICK:
        return session, (Say("not-now"),)
    if visit.reviews:
        return closed_with_key(with_visit(session, replace(visit, shown=True)))
    review = records.of_key(visit, session.seed, moment)
    after, shown = closed_with_key(with_visit(session, replace(visit, reviews=(review.id,), shown=True)))
    return after, (Remember(review), *shown)


def paper(session: Session, event: events.OnPaper, moment: Moment) -> Transition:
    """This question is answered by hand; only before anything was handed in."""
    visit = session.visit
    if visit.stage is not Stage.ANSWER or visit.reviews:
        return session, (Say("paper-comes-first"),)
    return with_visit(session, replace(visit, on_paper=True, stage=Stage.PAPER)), ()


def skip(session: Session, event: events.Skip, moment: Moment) -> Transition:
    """On to the next question; what was answered stays on record."""
    return closed(session), (KeepPlace(None), Say("skipped"))


def undo(session: Session, event: events.Undo, moment: Moment) -> Transition:
    """Within a question its own answers are taken back; before any, the question before it is asked again.

    Of an answer that is judged line by line the last line is taken back, or the slip that was just told.
    """
    visit = session.visit
    if is_open(visit) and visit.held:
        return with_visit(session, replace(visit, held=None, stage=Stage.ANSWER)), ()
    if is_open(visit) and visit.on_paper and not visit.reviews:
        return _from_paper(session, visit)
    if is_open(visit) and stepping.slipped(visit):
        return stepping.retracted(session, moment)
    if is_open(visit) and visit.lines:
        return stepping.back(session, events.Back(), moment)
    if is_open(visit) and visit.reviews:
        return _again(session, visit, moment)
    if session.before is None:
        return session, (Say("nothing-to-undo"),)
    return _again(session.before, session.closed[-1], moment)


def _from_paper(session: Session, visit: Visit) -> Transition:
    """The sheet is put aside until the key is seen; from then on only ticks are taken back."""
    if visit.stage is not Stage.TICK:
        aside = replace(visit, on_paper=False, stage=Stage.ANSWER, confidence=None)
        return with_visit(session, aside), (Say("paper-put-aside"),)
    if not visit.ticks:
        return session, (Say("not-now"),)
    return with_visit(session, replace(visit, ticks=visit.ticks[:-1])), ()


def end(session: Session, event: events.Quit, moment: Moment) -> Transition:
    """Enough for today; a question that was answered and not mended is closed as it is."""
    after = closed(session) if is_open(session.visit) else session
    return replace(after, over=True), ()


def _again(session: Session, visit: Visit, moment: Moment) -> Transition:
    fresh = Visit(moment.id, visit.question, moment.now, visit.order, seen=visit.seen or visit.shown)
    taken_back = TakeBack(records.retractions(visit.reviews, moment), visit)
    told = (Say("undone", {"count": len(visit.reviews)}), ShowQuestion(fresh))
    return with_visit(session, fresh), (taken_back, KeepPlace(fresh), *told)
