"""What a session asks to show, drawn on the screen: one function an effect."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill import kinds
from interview_drill.cli import screen, symbols
from interview_drill.cli.language import language, words
from interview_drill.cli.prompt.verdicts import followed, verdict
from interview_drill.practice.effects import (
    Effect,
    Say,
    ShowHint,
    ShowKey,
    ShowQuestion,
    ShowStep,
    ShowTicks,
    ShowVerdict,
)
from interview_drill.practice.interview import minutes_left
from interview_drill.practice.labels import numbered
from interview_drill.practice.state import Session, is_open
from interview_drill.practice.ticks import Point, next_point
from interview_drill.practice.visit import Stage, Visit
from interview_drill.question import Question, Text, in_language

DRAWN = {"formula": screen.mathematics, "code": screen.code, "prose": screen.prose}
INDENT = 2
HOW = {"ordering": "answer-in-order"}
"""Kinds whose question alone does not show what an answer looks like -> the sentence that tells it."""


def show(effect: Effect, session: Session) -> None:
    """Draw one effect."""
    if isinstance(effect, ShowQuestion):
        question(effect, session)
    elif isinstance(effect, ShowVerdict):
        under_way, interview = is_open(session.visit), session.ends is not None
        mending = under_way and session.visit.mending
        verdict(effect, mending, plotted=not (under_way and interview), hinting=not interview)
    elif isinstance(effect, ShowKey):
        key(effect, session.visit)
    else:
        {ShowHint: hint, ShowStep: followed, ShowTicks: ticks, Say: say}[type(effect)](effect)


def question(effect: ShowQuestion, session: Session) -> None:
    """The question as a page: where it belongs, stem, and what may be used in the answer."""
    asked = effect.visit.question
    screen.blank()
    screen.heading(_in(asked.title), aside=_aside(asked, session))
    if effect.again:
        screen.prose(words("asked-again"))
        screen.blank()
    screen.prose(_in(asked.stem))
    _given(effect.visit)
    if effect.visit.lines:
        screen.blank()
        screen.code("\n".join(effect.visit.lines))
    screen.blank()


def _aside(asked: Question, session: Session) -> str:
    place = words("question-count", number=session.number, total=session.number + len(session.queue.ahead))
    if session.ends and session.visit:
        place = words("interview-clock", number=session.number, minutes=minutes_left(session.visit, session.ends))
    return " · ".join([place, asked.id, words(f"kind-{asked.kind}"), words("list-level", level=asked.level)])


def _given(visit: Visit) -> None:
    """Options, symbols or the signature, whichever the kind has."""
    task = visit.question.task
    kind = kinds.kind(visit.question.kind)
    if visit.order:
        offered = dict(kind.offered(visit.question))
        screen.blank()
        screen.options([(number, _in(offered[id])) for number, id in numbered(visit.order)])
    if visit.question.kind in HOW:
        screen.blank()
        screen.prose(words(HOW[visit.question.kind]))
    given = symbols.given(visit.question)
    if given:
        screen.blank()
        screen.facts(given)
    if hasattr(task, "signature"):
        screen.blank()
        screen.code(f"def {task.signature.removeprefix('def ').rstrip(':')}:")


def hint(effect: ShowHint) -> None:
    """One hint of several, one that leads on from where the learner is, or one of the question before."""
    if effect.back_to:
        screen.prose(words("hint-back", title=_in(effect.back_to), hint=_in(effect.hint)), INDENT)
        return
    if effect.number is None:
        screen.prose(words("hint-onward", hint=_in(effect.hint)), INDENT)
        return
    screen.prose(words("hint-shown", number=effect.number, total=effect.total, hint=_in(effect.hint)), INDENT)


def key(effect: ShowKey, visit: Visit | None = None) -> None:
    """The key, and what to remember; the reason that the verdict of the visit gave is not given again."""
    told = _reason(visit) if visit else None
    for part in kinds.kind(effect.question.kind).revealed(effect.question):
        if part.text != told:
            _section(part.heading)
            DRAWN[part.form](_in(part.text))
    if effect.question.note:
        _section("show-note")
        screen.prose(_in(effect.question.note))


def _reason(visit: Visit) -> object:
    verdict = visit.given[-1].verdict if visit.given else None
    return verdict.evidence[0].facts.get("why") if verdict and verdict.evidence else None


def _section(message: str) -> None:
    screen.blank()
    screen.prose(f"**{words(message)}**")


def ticks(effect: ShowTicks) -> None:
    """Before the ticking: on paper the key to compare with, else how the points are ticked."""
    if effect.visit.on_paper and effect.visit.question.kind != "concept":
        key(ShowKey(effect.visit.question))
    screen.blank()
    screen.prose(words("ticking"))


def awaited(visit: Visit) -> None:
    """What the prompt that follows is for, where it is not for the answer itself."""
    if visit.stage is Stage.PAPER:
        screen.prose(words("paper-ready"))
    elif visit.stage is Stage.SURE:
        screen.prose(words("sure"))
    elif visit.stage is Stage.TICK:
        point(visit, next_point(visit))


def ending() -> None:
    """The last question is over."""
    screen.blank()
    screen.prose(words("session-ending"))


def nothing_typed(interactive: bool) -> None:
    """An empty line is no answer; on a pipe it is passed over in silence."""
    if interactive:
        not_understood("nothing-typed")


def grown(more: Sequence[str], session: Session) -> None:
    """Why there are more questions than a moment ago; an interview has no count, and an undo no reason to tell."""
    if session.ends is None and not is_open(session.visit):
        back = set(more) <= set(session.queue.returned)
        screen.prose(words("comes-back" if back else "follow-ups-open", count=len(more)), INDENT)


def meant(wanted: str) -> None:
    """A command that lacks its colon, by name; or what helps whoever does not know."""
    if wanted == "unknowing":
        not_understood("unknowing")
    else:
        not_understood("colon-missing", name=f":{wanted}")


def not_understood(message: str, **facts: object) -> None:
    """What was typed means nothing here; the same is asked again."""
    screen.prose(words(message, **facts), INDENT)


def point(visit: Visit, asked: Point) -> None:
    """One point to tick."""
    if asked.kind == "point":
        screen.prose(words("tick-point", number=len(visit.ticks) + 1, point=_in(asked.text or {})))
    elif asked.kind == "match":
        screen.prose(words("tick-match"))
    else:
        screen.prose(words("tick-slip", note=_in(asked.slip.note) if asked.slip else ""))


def say(effect: Say) -> None:
    """One sentence of the session."""
    screen.prose(words(effect.message, **effect.facts), INDENT)


def _in(text: Text) -> str:
    return in_language(text, language()).strip()
