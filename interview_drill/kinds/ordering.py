"""Ordering: steps are shown shuffled, an answer names their ids in order, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.kinds.typed import ids
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict


class Task(Struct, frozen=True):
    """The steps by id, and their order."""

    steps: Mapping[str, Text]
    key: tuple[str, ...]


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right in exactly the key's order, else the first step out of place is named.

    Raises AnswerError where a step is missing.
    """
    task: Task = question.task
    given = ids(answer.text, task.steps)
    missing = [id for id in task.key if id not in given]
    if missing:
        raise AnswerError("ordering-missing", missing=missing)
    if tuple(given) == task.key:
        return verdict(Outcome.CORRECT, Evidence("match", "ordering-right", {"steps": len(given)}))
    place = next(at for at, (mine, right) in enumerate(zip(given, task.key, strict=True)) if mine != right)
    facts = {"place": place + 1, "step": dict(task.steps[given[place]]), "id": given[place]}
    return verdict(
        Outcome.INCORRECT, Evidence("match", "ordering-wrong", facts), misconception=_misconception(question, given)
    )


def _misconception(question: Question, given: list[str]) -> str | None:
    steps = question.task.steps
    return next((wrong.name for wrong in question.misconceptions if ids(wrong.answer, steps) == given), None)


def offered(question: Question) -> tuple[tuple[str, Text], ...]:
    """The steps with their ids, in the author's order."""
    return tuple(question.task.steps.items())


def specimens(question: Question) -> Iterator[Specimen]:
    """The key, and every misconception."""
    key = question.task.key
    yield Specimen("key", Answer("\n".join(key)), Outcome.CORRECT)
    for number, wrong in enumerate(question.misconceptions):
        yield Specimen(f"misconceptions.{number}.answer", Answer(wrong.answer), Outcome.INCORRECT, wrong.name)


def faults(question: Question) -> Iterator[Mistake]:
    """A key that is not every step once; a misconception that is no order of the steps.

    Learners see the steps shuffled. In the file they stand in their order, so that a slip in the key shows.
    """
    task: Task = question.task
    if len(task.key) < 2 or sorted(task.key) != sorted(task.steps):
        yield Mistake("key", "fault-not-an-order", {"steps": list(task.steps)})
    elif list(task.key) != list(task.steps):
        yield Mistake("key", "fault-steps-not-in-order", {"steps": list(task.steps)})
    for number, wrong in enumerate(question.misconceptions):
        try:
            complete = sorted(ids(wrong.answer, task.steps)) == sorted(task.steps)
        except AnswerError:
            complete = False
        if not complete:
            yield Mistake(f"misconceptions.{number}.answer", "fault-not-an-order", {"steps": list(task.steps)})


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The steps in order, numbered."""
    task: Task = question.task
    languages = sorted({language for text in task.steps.values() for language in text})
    listed = {language: _list(task, language) for language in languages}
    return (Revealed("show-key", listed),)


def _list(task: Task, language: str) -> str:
    return "\n".join(f"{number}. {task.steps[id].get(language, id).strip()}" for number, id in enumerate(task.key, 1))
