"""Concept: an open question. No engine grades it: the learner answers, then ticks the key points one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict


class Point(Struct, frozen=True):
    """One key point; `words` (by language) are highlighted in an answer, and never grade it."""

    text: Text
    words: Mapping[str, tuple[str, ...]]


class Task(Struct, frozen=True):
    """The key points, and an answer as one would say it in an interview."""

    points: tuple[Point, ...]
    spoken: Text


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Always undecided: what was meant is the learner's own to compare."""
    return verdict(Outcome.UNDECIDED, Evidence("self", "self-assessed", {"points": len(question.task.points)}))


def specimens(question: Question) -> Iterator[Specimen]:
    """Even the model answer is left to its reader."""
    for language, text in question.task.spoken.items():
        yield Specimen(f"spoken.{language}", Answer(text), Outcome.UNDECIDED)


def faults(question: Question) -> Iterator[Mistake]:
    """No key point at all, a language without words to highlight, a misconception that nobody could claim."""
    task: Task = question.task
    if not task.points:
        yield Mistake("points", "fault-no-points")
    for number, point in enumerate(task.points):
        for language in point.text:
            if not point.words.get(language):
                yield Mistake(f"points.{number}.words", "fault-no-words", {"missing": language})
    for number, misconception in enumerate(question.misconceptions):
        if misconception.claim is None:
            yield Mistake(f"misconceptions.{number}", "fault-no-claim", {"name": misconception.name})


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The key points as a list, then the answer as said aloud."""
    task: Task = question.task
    languages = {language for point in task.points for language in point.text}
    listed = {language: _list(task.points, language) for language in sorted(languages)}
    return Revealed("show-points", listed), Revealed("show-spoken", task.spoken)


def _list(points: tuple[Point, ...], language: str) -> str:
    return "\n".join(f"- {point.text.get(language, '').strip()}" for point in points)
