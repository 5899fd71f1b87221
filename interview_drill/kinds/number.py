"""Number: a value to work out. An answer is a number or an expression in any notation of the formula engine."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.kinds import Settings
from interview_drill.kinds.number_slips import decimals_wanted, relation, same
from interview_drill.kinds.number_text import decimal_comma, formula, is_name, units_of, word_behind
from interview_drill.kinds.revealed import Revealed, in_every_language
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Answer, Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

if TYPE_CHECKING:
    from interview_drill.formula.layout.style import Style

DECIMAL = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
"""`5e-1` is a half here; in a formula it would be 5 times Euler's number, less 1."""

UNKNOWN = ("name-undeclared", "name-undeclared-near")


class Task(Struct, frozen=True):
    """`key` is a number or an expression; `tolerance` is relative to the key (absolute where the key is 0).

    `unit` may stand behind an answer, and need not; so may the words of `units`, by language ({"zh": ["倍"]}).
    """

    key: str
    tolerance: float = 1e-6
    unit: str | None = None
    equivalents: tuple[str, ...] = ()
    units: Mapping[str, tuple[str, ...]] = {}

    @property
    def written(self) -> tuple[str, ...]:
        """All that may stand behind a number."""
        return units_of(self.unit, self.units)


def warm() -> None:
    """Import the engine."""
    value("1 - 1")


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right where every part of the answer is, within the tolerance. Raises AnswerError for what is no number."""
    task: Task = question.task
    found, key = _answered(answer.text, task, answer.notation), value(task.key, task.written)
    mine = next((one for one in found if not same(one, key, task.tolerance)), found[-1])
    facts = {"value": mine, "tolerance": task.tolerance}
    if same(mine, key, task.tolerance):
        return verdict(Outcome.CORRECT, Evidence("match", "number-right", facts))
    slips = ((one.name, value(one.answer, task.written)) for one in question.misconceptions)
    wrong = (name for name, slip in slips if same(mine, slip, task.tolerance))
    slip = next(wrong, None)
    return verdict(Outcome.INCORRECT, _told(facts, key, answer.text, task, slip), misconception=slip)


def _told(facts: dict[str, object], key: float, text: str, task: Task, slip: str | None) -> Evidence:
    """What is said of a wrong value; that it was only rounded too coarsely, where it is no known slip."""
    found = relation(facts["value"], key, task.tolerance)
    facts = {**facts, "relation": found}
    if found:
        return Evidence("match", f"number-{found}", facts)
    decimals = None if slip else decimals_wanted(formula(text, task.written), key, task.tolerance)
    if decimals:
        return Evidence("match", "number-coarse", {**facts, "decimals": decimals})
    return Evidence("match", "number-wrong", facts)


def _answered(text: str, task: Task, notation: str | None = None) -> tuple[float, ...]:
    """The same as `values`, for a learner, to whom nothing was declared."""
    try:
        return values(text, task.written, notation)
    except AnswerError as error:
        raise _plainer(error, formula(text, task.written), task.unit) from None


def _plainer(error: AnswerError, bare: str, unit: str | None) -> AnswerError:
    """What a learner should read who typed a number as it is written elsewhere, or a word behind it."""
    if comma := decimal_comma(bare):
        return AnswerError("number-comma", typed=comma, meant=comma.replace(",", "."))
    word = word_behind(bare) if error.message in (*UNKNOWN, "sign-unknown") else None
    if word:
        return AnswerError("number-unit" if unit else "number-no-unit", error.at, error.end, name=word, unit=unit)
    if error.message in UNKNOWN:
        return AnswerError("number-only", error.at, error.end, name=error.facts.get("name"))
    return error


def value(text: str, units: tuple[str, ...] = (), notation: str | None = None) -> float:
    """The value of a text that is one number. Raises AnswerError."""
    return values(text, units, notation)[-1]


def values(text: str, units: tuple[str, ...] = (), notation: str | None = None) -> tuple[float, ...]:
    """The value of each part of an answer (`9/12 = 0.75`). Raises AnswerError where one is no finite number."""
    bare = formula(text, units)
    if not bare:
        raise AnswerError("answer-empty")
    found = (float(bare),) if DECIMAL.fullmatch(bare) else _evaluated(bare, text, notation)
    if not all(map(math.isfinite, found)):
        raise AnswerError("number-not-finite", 0, len(text))
    return found


def _evaluated(bare: str, text: str, notation: str | None) -> tuple[float, ...]:
    """The parts of an expression; what stands left of the first `=` may be a name for what is asked."""
    from interview_drill.formula.valuing import values as worth  # costs NumPy: only an expression pays for it

    head, sign, rest = bare.partition("=")
    try:
        return worth(bare, notation)
    except AnswerError as error:
        if sign and error.at is not None and error.at < len(head) and is_name(head):
            return _evaluated(rest, text, notation)
        if bare != text:
            error.at = error.end = None  # a place in another text
        raise


def preview(question: Question, text: str, style: Style) -> list[str]:
    """An expression under way, with its value; nothing for a plain number. Raises AnswerError."""
    bare = formula(text, question.task.written)
    if not bare:
        raise AnswerError("answer-empty", 0, 0)
    if DECIMAL.fullmatch(bare):
        return []
    from interview_drill.kinds import previewing  # costs NumPy: only an expression pays for it

    return previewing.number(bare, _answered(text, question.task)[-1], style)


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

        key = previewing.valued(formula(key, task.written), value(key, task.written))
    unit = rf"\text{{ {task.unit}}}" if task.unit else ""
    return (Revealed("show-key", in_every_language(key + unit), "formula"),)
