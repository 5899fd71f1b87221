"""Formula: an answer in any notation, compared with the key on the declared domain, then proved if that can be done.

This file holds what a question declares, and reads without the engine; formula_verdicts.py holds what becomes of an
answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from interview_drill.formula.scope import Form
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed, in_every_language
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from interview_drill.formula.graphs import Graph
    from interview_drill.formula.layout.style import Style


class OtherForm(Form, frozen=True, eq=False):
    """Another form of the key; `note` is what to say of an answer in this form."""

    note: Text | None = None


class Task(Form, frozen=True, eq=False):
    """The key (LaTeX) with its declared names, and answers whose outcome the author knows.

    `different` are wrong answers without a note of their own, `unreadable` what must be refused; `forms` are other
    forms of the key, any of which is right.
    """

    equivalents: tuple[str, ...] = ()
    different: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    forms: tuple[OtherForm, ...] = ()


def warm() -> None:
    """Import the engine. The prover is started by the first answer that agrees: a wrong one never pays for SymPy."""
    from interview_drill.kinds import formula_verdicts  # the engine costs NumPy: only an answer pays for it

    assert formula_verdicts


def ahead() -> None:
    """Start the prover, and import what shows an answer under way."""
    from interview_drill.formula import proof
    from interview_drill.kinds import previewing

    assert previewing
    proof.warm()


def waited() -> float:
    """Seconds spent so far on the start of the prover's process."""
    from interview_drill.formula import proof

    return proof.waited()


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right where the answer equals any form of the key. Raises AnswerError where no form lets it be read."""
    from interview_drill.kinds.formula_verdicts import decide

    return decide(question, answer)


def judge_pair(expected: str, answer: Answer, symbols: object, settings: Settings) -> Verdict:
    """Whether two formulas outside a question say the same. Raises AnswerError where either cannot be read."""
    from interview_drill.kinds.formula_verdicts import decide_pair

    return decide_pair(expected, answer, symbols)


def graph(question: Question, answer: Answer) -> Graph | None:
    """A wrong answer and the key as points over their one real variable; None where they have more, or none."""
    from interview_drill.formula.graphs import graph as of_comparison
    from interview_drill.kinds.formula_verdicts import first_equal

    found, _ = first_equal((question.task, *question.task.forms), answer)
    return of_comparison(found[1]) if found and found[1].equal is False else None


def preview(question: Question, text: str, style: Style) -> list[str]:
    """An answer under way as the grader reads it; see previewing.py. Raises AnswerError."""
    from interview_drill.kinds import previewing

    return previewing.formula(question.task, text, style)


def specimens(question: Question) -> Iterator[Specimen]:
    """The key, its equivalents and other forms; what is wrong, by its misconception; what cannot be read."""
    task: Task = question.task
    yield Specimen("key", Answer(task.key), Outcome.CORRECT)
    for place, form in enumerate(task.forms):
        yield Specimen(f"forms.{place}.key", Answer(form.key), Outcome.CORRECT)
    for name, texts, outcome in (
        ("equivalents", task.equivalents, Outcome.CORRECT),
        ("different", task.different, Outcome.INCORRECT),
        ("unreadable", task.unreadable, Outcome.UNREADABLE),
    ):
        for place, text in enumerate(texts):
            yield Specimen(f"{name}.{place}", Answer(text), outcome)
    for place, wrong in enumerate(question.misconceptions):
        yield Specimen(f"misconceptions.{place}.answer", Answer(wrong.answer), Outcome.INCORRECT, wrong.name)


def faults(question: Question) -> Iterator[Mistake]:
    """Names that are declared twice, or run over a size that nobody declared."""
    task: Task = question.task
    for name in task.answers:
        if name in task.symbols:
            yield Mistake(f"answers.{name}", "fault-declared-twice", {"name": name})
    for name, declared in task.symbols.items():
        for size in (part for one in declared.shape for part in one.replace(" ", "").split("+")):
            if not size.isdigit() and (size not in task.symbols or task.symbols[size].type != "size"):
                yield Mistake(f"symbols.{name}", "fault-no-such-size", {"name": name, "size": size})


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The key."""
    return (Revealed("show-key", in_every_language(question.task.key), "formula"),)
