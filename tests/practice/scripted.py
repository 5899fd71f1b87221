"""Hand-made questions, and a session that is driven by letters: what a test says, it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from interview_drill.memory.review import Retraction, Review
from interview_drill.practice import events
from interview_drill.practice import session as transitions
from interview_drill.practice.effects import Remember, TakeBack
from interview_drill.practice.events import Moment
from interview_drill.practice.queue import Queue
from interview_drill.practice.state import Session
from interview_drill.question import Answer, Misconception, Place, Question
from interview_drill.verdict import Evidence, Outcome, verdict

START = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
SLIP = Misconception("sign-slip", "-x", {"en": "The sign is wrong.", "zh": "符号错了。"})


def text(words: str) -> dict[str, str]:
    return {"en": words, "zh": words}


def a_question(id: str, kind: str = "formula", hints: int = 2, **task: object) -> Question:
    """A question with `hints` hints and one misconception."""
    points = tuple(SimpleNamespace(text=text(f"point {number}")) for number in range(3))
    return Question(
        id=id,
        kind=kind,
        topic="topic",
        level=1,
        parent=None,
        prerequisites=(),
        revision=1,
        title=text(id),
        stem=text(f"stem of {id}"),
        hints=tuple(text(f"hint {number}") for number in range(hints)),
        misconceptions=(SLIP,),
        note=None,
        task=SimpleNamespace(points=points, **task),
        place=Place("", {}),
    )


def judged(outcome: str) -> object:
    score = 0.5 if outcome == "partial" else None
    return verdict(Outcome(outcome), Evidence("match", "undecided"), score=score)


ACTS = {
    "hint": events.AskHint,
    "key": events.AskKey,
    "skip": events.Skip,
    "undo": events.Undo,
    "paper": events.OnPaper,
    "written": events.Written,
    "quit": events.Quit,
    "yes": lambda: events.Tick(True),
    "no": lambda: events.Tick(False),
    "said": lambda: events.Handed(Answer("said aloud")),
    "sure": lambda: events.Sure(80),
}


def event(act: str) -> object:
    """The event for a word: one of `ACTS`, or an outcome that the answer comes to."""
    return ACTS[act]() if act in ACTS else events.Handed(Answer(act), judged(act))


@dataclass
class Script:
    """Plays a session over hand-made questions; a second passes with every event. Keeps all effects."""

    questions: dict[str, Question]
    session: Session
    effects: list[object] = field(default_factory=list)
    count: int = 0

    def play(self, acts: str) -> Script:
        """Do these things in order (words apart by spaces), beginning questions as they come."""
        for act in acts.split():
            self._begin()
            self._step(*transitions.update(self.session, event(act), self._moment()))
        self._begin()
        return self

    def _begin(self) -> None:
        id = transitions.upcoming(self.session)
        if id:
            self._step(*transitions.begin(self.session, self.questions[id], self._moment()))

    def _step(self, session: Session, effects: tuple) -> None:
        self.session = session
        self.effects.extend(effects)

    def _moment(self) -> Moment:
        self.count += 1
        return Moment(START + timedelta(seconds=self.count), f"id-{self.count}")

    @property
    def record(self) -> list[Review]:
        """The reviews that stand."""
        gone = {one.review for found in self.effects if isinstance(found, TakeBack) for one in found.retractions}
        kept = [found.review for found in self.effects if isinstance(found, Remember)]
        return [review for review in kept if review.id not in gone]

    @property
    def retractions(self) -> list[Retraction]:
        return [one for found in self.effects if isinstance(found, TakeBack) for one in found.retractions]

    def shown(self, kind: type) -> list:
        return [found for found in self.effects if isinstance(found, kind)]


def script(*questions: Question, calibrate: bool = False) -> Script:
    """A session over these questions."""
    named = {question.id: question for question in questions}
    return Script(named, Session(Queue(tuple(named)), seed=7, calibrate=calibrate))
