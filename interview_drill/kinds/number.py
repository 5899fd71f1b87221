"""Number: a value to work out. An answer is a number or an expression in any notation of the formula engine."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula.scope import Form
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed, in_every_language
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Answer, Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

if TYPE_CHECKING:
    from interview_drill.formula.layout import Style

DECIMAL = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
"""`5e-1` is a half here; in a formula it would be 5 times Euler's number, less 1."""

NO_NAMES = Form(key="0", symbols={})
"""An answer of this kind has no symbols."""


@dataclass(frozen=True)
class Task:
    """`key` is a number or an expression; `tolerance` is relative to the key (absolute where the key is 0).

    `unit` may stand behind an answer, and need not.
    """

    key: str
    tolerance: float = 1e-6
    unit: str | None = None
    equivalents: tuple[str, ...] = ()


def warm() -> None:
    """Import the engine."""
    value("1 - 1", None)


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right within the tolerance. Raises AnswerError for what is no number."""
    task: Task = question.task
    mine, key = value(answer.text, task.unit, answer.notation), value(task.key, task.unit)
    facts = {"value": mine, "tolerance": task.tolerance}
    if _same(mine, key, task.tolerance):
        return verdict(Outcome.CORRECT, Evidence("match", "number-right", facts))
    wrong = (one.name for one in question.misconceptions if _same(mine, value(one.answer, task.unit), task.tolerance))
    relation = _relation(mine, key, task.tolerance)
    evidence = Evidence("match", f"number-{relation}" if relation else "number-wrong", {**facts, "relation": relation})
    return verdict(Outcome.INCORRECT, evidence, misconception=next(wrong, None))


def value(text: str, unit: str | None, notation: str | None = None) -> float:
    """The value of an answer as typed, its unit taken off. Raises AnswerError where it is no finite number."""
    bare, share = _without_unit(text, unit)
    if not bare:
        raise AnswerError("answer-empty")
    number = float(bare) if DECIMAL.fullmatch(bare) else _evaluated(bare, notation)
    if not math.isfinite(number):
        raise AnswerError("number-not-finite", 0, len(text))
    return number * share


def preview(question: Question, text: str, style: Style) -> list[str]:
    """An expression under way, with its value; nothing for a plain number. Raises AnswerError."""
    bare, share = _without_unit(text, question.task.unit)
    if not bare:
        raise AnswerError("answer-empty", 0, 0)
    if DECIMAL.fullmatch(bare) and share == 1.0:
        return []
    from interview_drill.kinds import previewing

    return previewing.number(bare, value(text, question.task.unit), NO_NAMES, style)


def _evaluated(text: str, notation: str | None) -> float:
    """The value of an expression; NaN where it has none, or is no single number."""
    from interview_drill.formula.comparing import compare  # the engine costs NumPy: only an expression pays for it

    found = compare(text, NO_NAMES, notation).numbers
    return float(found[0].yours.flat[0]) if found and found[0].yours.size == 1 else math.nan


def _without_unit(text: str, unit: str | None) -> tuple[str, float]:
    """The text without its unit; a per cent sign that is not the unit is a hundredth."""
    bare = unicodedata.normalize("NFKC", text).strip()
    if unit and bare.casefold().endswith(unit.casefold()):
        return bare[: -len(unit)].rstrip(), 1.0
    return (bare[:-1].rstrip(), 0.01) if bare.endswith("%") else (bare, 1.0)


def _same(mine: float, other: float, tolerance: float) -> bool:
    return abs(mine - other) <= tolerance * (abs(other) or 1.0)


def _relation(mine: float, key: float, tolerance: float) -> str | None:
    """How a wrong number is related to the key, where that is plain to see."""
    if _same(mine, -key, tolerance):
        return "negated"
    return "reciprocal" if mine and _same(1 / mine, key, tolerance) else None


def specimens(question: Question) -> Iterator[Specimen]:
    """The key, its equivalents, and every misconception."""
    task: Task = question.task
    yield Specimen("key", Answer(task.key), Outcome.CORRECT)
    for number, text in enumerate(task.equivalents):
        yield Specimen(f"equivalents.{number}", Answer(text), Outcome.CORRECT)
    for number, wrong in enumerate(question.misconceptions):
        yield Specimen(f"misconceptions.{number}.answer", Answer(wrong.answer), Outcome.INCORRECT, wrong.name)


def faults(question: Question) -> Iterator[Mistake]:
    """A tolerance that is none."""
    if not 0 < question.task.tolerance < 0.5:
        yield Mistake("tolerance", "fault-tolerance")


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The key with its unit; an expression as it is read, with its value."""
    task: Task = question.task
    key = task.key
    if not DECIMAL.fullmatch(key):
        from interview_drill.kinds import previewing  # costs NumPy: only an expression pays for it

        bare, _ = _without_unit(key, task.unit)
        key = previewing.valued(bare, value(key, task.unit), NO_NAMES)
    unit = rf"\text{{ {task.unit}}}" if task.unit else ""
    return (Revealed("show-key", in_every_language(key + unit), "formula"),)
