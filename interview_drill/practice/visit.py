"""One asking of one question: its tries, hints, ticks, and what is awaited next."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from random import Random

from msgspec import Struct

from interview_drill.question import Answer, Question
from interview_drill.verdict import Outcome, Verdict

TRIES = 2
SHUFFLED = {"choice": "options", "ordering": "steps"}
"""Kind -> the field of its task whose entries are shown in an order of their own each time."""


class Stage(StrEnum):
    """What a visit waits for."""

    ANSWER = "answer"
    PAPER = "paper"
    SURE = "sure"
    TICK = "tick"
    OVER = "over"


class Given(Struct, frozen=True):
    """One answer handed in, with its verdict (None where the learner judges) and the seconds it took.

    A line that does not stand is told as soon as it is entered: it counts, `stood` is the number of lines before it
    that do, and the visit goes on. `stood` is None for a whole answer.
    """

    answer: Answer
    verdict: Verdict | None
    seconds: float
    stood: int | None = None

    @property
    def under_way(self) -> bool:
        """Whether this is a line on the way to an answer."""
        return self.stood is not None


class Visit(Struct, frozen=True):
    """One asking. `order` holds the ids of options or steps as shown; `reviews` the ids of what was recorded.

    `held` is an answer that is judged already and waits for the learner to say how sure they are. `lines` are those
    that stand of an answer that is judged line by line, `towards` the names of the hints that led on from there.
    `shown` says that the key was asked for, `seen` that it was in a visit before, which was taken back.
    """

    id: str
    question: Question
    began: datetime
    order: tuple[str, ...] = ()
    stage: Stage = Stage.ANSWER
    hints: int = 0
    given: tuple[Given, ...] = ()
    held: Given | None = None
    confidence: int | None = None
    ticks: tuple[bool, ...] = ()
    on_paper: bool = False
    reviews: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    shown: bool = False
    seen: bool = False

    @property
    def help(self) -> int:
        """How often the learner was helped before answering: hints, and a key that was seen."""
        return self.hints + self.seen

    @property
    def tries(self) -> int:
        """Answers that counted: an unreadable one is no attempt."""
        return sum(1 for one in self.given if not unreadable(one))

    @property
    def whole_tries(self) -> int:
        """Whole answers that counted: slips on the way to one are left out."""
        return sum(1 for one in self.given if not unreadable(one) and not one.under_way)

    @property
    def mending(self) -> bool:
        """Whether a wrong answer is open for a second try."""
        return self.stage is Stage.ANSWER and self.tries > 0

    @property
    def first(self) -> Given | None:
        """The first answer that counted: the one that rates."""
        return next((one for one in self.given if not unreadable(one)), None)

    @property
    def self_assessed(self) -> bool:
        """Whether the learner ticks, and no engine grades."""
        return self.on_paper or self.question.kind == "concept"


def unreadable(given: Given) -> bool:
    """Whether an answer could not be read at all."""
    return given.verdict is not None and given.verdict.outcome is Outcome.UNREADABLE


def right(given: Given) -> bool:
    """Whether an answer was judged correct."""
    return given.verdict is not None and given.verdict.outcome is Outcome.CORRECT


def shown_order(question: Question, seed: int, number: int) -> tuple[str, ...]:
    """The ids of a choice's options or an ordering's steps as this visit shows them; the ids never change."""
    field = SHUFFLED.get(question.kind)
    if field is None:
        return ()
    ids = list(getattr(question.task, field))
    Random(f"{seed}:{number}:{question.id}").shuffle(ids)
    return tuple(ids)
