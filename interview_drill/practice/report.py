"""The report of an interview: every question with its answers, verdict and time, what to revise, the next command."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from msgspec import Struct

from interview_drill.memory.review import GRADED, SELF
from interview_drill.practice.interview import Interview, Move, strong
from interview_drill.practice.state import Session
from interview_drill.practice.ticks import assessment, ticked_off
from interview_drill.practice.visit import Visit
from interview_drill.question import Question

SCHEMA = 1
AGAIN = 5
"""Questions named in the next command at most."""


class Line(Struct, frozen=True):
    """One question: what was written (nothing where it was said aloud), and what it came to.

    `assessed` is graded or self. `outcome` and `score` (in [0, 1]) are those of the first answer that counted, or of
    the ticks; None where there is none. `mended` says that the hint put it right. `seconds` run from the question to
    the last thing on record.
    """

    question: Question
    move: Move
    answers: tuple[str, ...]
    assessed: str
    outcome: str | None
    score: float | None
    mended: bool
    hints: int
    misconception: str | None
    seconds: float
    strong: bool


class Report(Struct, frozen=True):
    """An interview that is over. `spent` is in seconds; `command` is the next one to type.

    `skipped` are the questions that were put and passed over, in their order; they have no lines.
    """

    minutes: int
    seed: int
    spent: float
    lines: tuple[Line, ...]
    command: str
    skipped: tuple[Question, ...] = ()

    @property
    def revise(self) -> tuple[Line, ...]:
        """The questions that were not strong."""
        return tuple(line for line in self.lines if not line.strong)


def report(session: Session, interview: Interview, minutes: int, spent: float, seconds: Mapping[str, float]) -> Report:
    """The report of a session; `seconds` by the id of a visit."""
    moves = dict(interview.moves)
    lines = tuple(
        _line(visit, moves.get(visit.question.id, Move.MAIN), seconds.get(visit.id, 0.0)) for visit in session.closed
    )
    answered = {line.question.id for line in lines}
    skipped = tuple(one for one in interview.skipped if one.id not in answered)
    missed = [line.question for line in lines if not line.strong]
    return Report(minutes, session.seed, spent, lines, _command([*missed, *skipped], session), skipped)


def as_json(report: Report) -> dict[str, object]:
    """The report as plain values, the titles in all their languages."""
    return {
        "schema": SCHEMA,
        "minutes": report.minutes,
        "seed": report.seed,
        "seconds": round(report.spent, 1),
        "questions": [_plain(line) for line in report.lines],
        "skipped": [question.id for question in report.skipped],
        "revise": [line.question.id for line in report.revise],
        "next": report.command,
    }


def _line(visit: Visit, move: Move, seconds: float) -> Line:
    outcome, score, misconception = _came_to(visit)
    well = strong(visit)
    return Line(
        question=visit.question,
        move=move,
        answers=tuple(given.answer.text for given in visit.given if given.answer.text.strip()),
        assessed=SELF if visit.self_assessed else GRADED,
        outcome=outcome,
        score=score,
        mended=not well and outcome is not None and _last(visit) == "correct" and not visit.self_assessed,
        hints=visit.hints,
        misconception=misconception,
        seconds=seconds,
        strong=well,
    )


def _came_to(visit: Visit) -> tuple[str | None, float | None, str | None]:
    if visit.self_assessed:
        if not ticked_off(visit):
            return None, None, None
        met = assessment(visit)
        return met.outcome.value, met.score, met.misconception
    if visit.first is None:
        return None, None, None
    found = visit.first.verdict
    return found.outcome.value, found.score, found.misconception


def _last(visit: Visit) -> str | None:
    verdict = visit.given[-1].verdict if visit.given else None
    return verdict.outcome.value if verdict else None


def _command(missed: Sequence[Question], session: Session) -> str:
    """What was missed or skipped is practised next; where nothing was, another interview."""
    if missed:
        return shlex.join(["drill", "practice", *(question.id for question in missed[:AGAIN])])
    return f"drill practice --interview --seed {session.seed + 1}"


def _plain(line: Line) -> dict[str, object]:
    return {
        "question": line.question.id,
        "kind": line.question.kind,
        "title": dict(line.question.title),
        "why": line.move.value,
        "answers": list(line.answers),
        "assessed": line.assessed,
        "outcome": line.outcome,
        "score": line.score,
        "mended": line.mended,
        "hints": line.hints,
        "misconception": line.misconception,
        "seconds": round(line.seconds, 1),
    }
