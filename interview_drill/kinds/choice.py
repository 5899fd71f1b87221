"""Choice: options are shown shuffled, an answer is an option's id (or several, one a line).

A wrong option is a misconception by itself: its `why` is the note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.kinds.typed import ids
from interview_drill.question import Answer, Misconception, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict


class Option(Struct, frozen=True):
    """One option and why it is right, or what is wrong with it."""

    text: Text
    why: Text


class Task(Struct, frozen=True):
    """The options by id, and the id (or ids) of what is right."""

    options: Mapping[str, Option]
    key: str | tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The right options' ids."""
        return (self.key,) if isinstance(self.key, str) else self.key


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right where exactly the right options are named; partial where some are, and no wrong one."""
    task: Task = question.task
    chosen = ids(answer.text, task.options)
    if len(task.keys) == 1 and len(chosen) > 1:
        raise AnswerError("choice-one-only")
    wrong = [id for id in chosen if id not in task.keys]
    if wrong:
        return verdict(Outcome.INCORRECT, _evidence("choice-wrong", task, wrong), misconception=wrong[0])
    if len(chosen) < len(task.keys):
        missing = len(task.keys) - len(chosen)
        evidence = Evidence("match", "choice-more", {"chosen": chosen, "missing": missing})
        return verdict(Outcome.PARTIAL, evidence, score=len(chosen) / len(task.keys))
    return verdict(Outcome.CORRECT, _evidence("choice-right", task, chosen))


def _evidence(message: str, task: Task, chosen: Sequence[str]) -> Evidence:
    return Evidence("match", message, {"chosen": list(chosen), "why": dict(task.options[chosen[0]].why)})


def misconceptions(task: Task) -> tuple[Misconception, ...]:
    """Every wrong option, by its id."""
    return tuple(Misconception(id, id, option.why) for id, option in task.options.items() if id not in task.keys)


def offered(question: Question) -> tuple[tuple[str, Text], ...]:
    """The options with their ids, in the author's order."""
    return tuple((id, option.text) for id, option in question.task.options.items())


def specimens(question: Question) -> Iterator[Specimen]:
    """The key, and every wrong option on its own."""
    task: Task = question.task
    yield Specimen("key", Answer("\n".join(task.keys)), Outcome.CORRECT)
    for id in task.options:
        if id not in task.keys:
            yield Specimen(f"options.{id}", Answer(id), Outcome.INCORRECT, id)


def faults(question: Question) -> Iterator[Mistake]:
    """A key that is no option, or that does not stand first; two options that read the same.

    Learners see the options shuffled. In the file the right ones stand first, so that a slip in the key shows.
    """
    task: Task = question.task
    for id in task.keys:
        if id not in task.options:
            yield Mistake("key", "fault-not-an-option", {"id": id})
    first = list(task.options)[: len(task.keys)]
    if sorted(first) != sorted(task.keys):
        yield Mistake("key", "fault-key-not-first", {"first": first})
    seen: dict[tuple[str, str], str] = {}
    for id, option in task.options.items():
        for said in option.text.items():
            if seen.setdefault(said, id) != id:
                yield Mistake(f"options.{id}.text", "fault-options-alike", {"other": seen[said]})


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The right options, each with its reason."""
    parts = []
    for id in question.task.keys:
        option = question.task.options[id]
        parts += [Revealed("show-key", option.text), Revealed("show-why", option.why)]
    return tuple(parts)
