"""A session: `begin` puts a question, `update` takes what the learner did. Nothing here prints or waits."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from interview_drill.practice import answering, asides, events, stepping
from interview_drill.practice.effects import KeepPlace, ShowQuestion
from interview_drill.practice.events import Event, Moment
from interview_drill.practice.queue import taken
from interview_drill.practice.state import Session, Transition, is_open
from interview_drill.practice.visit import Visit, shown_order
from interview_drill.question import Question

TRANSITIONS: dict[type, Callable[[Session, Event, Moment], Transition]] = {
    events.Handed: answering.handed,
    events.Stepped: stepping.stepped,
    events.Back: stepping.back,
    events.Sure: answering.sure,
    events.Tick: answering.tick,
    events.Written: answering.written,
    events.AskHint: asides.hint,
    events.AskKey: asides.key,
    events.OnPaper: asides.paper,
    events.Skip: asides.skip,
    events.Undo: asides.undo,
    events.Quit: asides.end,
}


def upcoming(session: Session) -> str | None:
    """The id of the question to begin now; None while one is open, or when nothing is left."""
    return None if session.over or is_open(session.visit) else taken(session.queue)[0]


def begin(session: Session, question: Question, moment: Moment) -> Transition:
    """Put the next question of the queue, which the caller has looked up.

    One that comes back is on record already: the memory says when it is asked again.
    """
    number = session.number + 1
    visit = Visit(moment.id, question, moment.now, shown_order(question, session.seed, number))
    after = replace(session, queue=taken(session.queue)[1], number=number, visit=visit)
    again = question.id in session.queue.returned
    return after, (KeepPlace(None if again else visit), ShowQuestion(visit, again=again))


def pass_over(session: Session) -> Session:
    """Leave out the next question: it cannot be asked (its file is gone)."""
    return replace(session, queue=taken(session.queue)[1])


def update(session: Session, event: Event, moment: Moment) -> Transition:
    """The session after `event`, and what the outside is to do, in order."""
    return TRANSITIONS[type(event)](session, event, moment)
