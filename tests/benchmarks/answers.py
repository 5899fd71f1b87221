"""The shipped bank's own specimens: typed answers whose outcome their authors vouch for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from interview_drill.bank import open_bank
from interview_drill.kinds import kind
from interview_drill.question import Answer, Question
from interview_drill.verdict import Outcome

COUNT = 100
"""LaTeX answers for the peers, who may take seconds over one; FULL=1 takes them all."""


@dataclass(frozen=True)
class Typed:
    """An answer to a formula question, and whether it is right."""

    question: Question
    answer: Answer
    right: bool

    @property
    def key(self) -> str:
        return self.question.task.key


def typed() -> list[Typed]:
    """Every specimen that can be read, whatever its notation: keys, equivalents, wrong answers, misconceptions."""
    return [one for question in formula_questions() for one in _of(question)]


def formula_questions() -> list[Question]:
    bank = open_bank()
    return [bank.question(entry.id) for entry in bank.index() if entry.kind == "formula"]


def _of(question: Question) -> Iterator[Typed]:
    for specimen in kind("formula").specimens(question):
        if specimen.outcome is not Outcome.UNREADABLE and not specimen.field.startswith("forms"):
            yield Typed(question, specimen.answer, specimen.outcome is Outcome.CORRECT)


def in_latex() -> list[Typed]:
    """About COUNT of the answers in LaTeX, evenly spread over the questions. The peers read no other notation."""
    found = [one for one in typed() if one.question.task.forms == () and _is_latex(one.answer.text)]
    step = 1 if os.environ.get("FULL") else max(1, len(found) // COUNT)
    return found[::step]


def _is_latex(text: str) -> bool:
    return "\\" in text and text.isascii()


def warmed(answers: list[Typed]) -> None:
    """Each question's key is made ready once, as the first answer to it would."""
    for question in {one.question.id: one.question for one in answers}.values():
        kind("formula").judge(question, Answer(question.task.key), None)
