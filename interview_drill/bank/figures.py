"""Figures: every number that a question's prose quotes is computed beside it, or stated to be given.

    figures: {'0.611': '-0.7*log(0.7) - 0.3*log(0.3)', '0.87': {program: ...}}
    given: ['0.7', '2018']

`quoted` holds prose and lists against each other (no engine); `recomputed` evaluates one figure.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches

from interview_drill.bank.numerals import Numeral, numeral, numerals
from interview_drill.bank.prose import prose
from interview_drill.errors import AnswerError, SandboxError
from interview_drill.feedback import LANGUAGES
from interview_drill.kinds.specimen import Mistake
from interview_drill.question import Program, Question
from interview_drill.source import Source
from interview_drill.verdict import Evidence

LIMIT_S = 20.0
HALF, SLACK = Decimal("0.5"), Decimal("1e-10")
"""Half a unit of the last digit quoted is rounded away from 0; binary floating point may take as much from it."""

_SCIENTIFIC = re.compile(r"(?<![\w.])(\d+\.?\d*)[eE]([-+]?\d{1,2})(?![\w.])")


def quoted(question: Question, source: Source, strict: bool = True) -> Iterator[Mistake]:
    """Numerals of the prose that are neither figures nor given, and those of the lists that the prose does not quote.

    Where not `strict`, a question that lists nothing is only advised to.
    """
    listed = {name: numeral(name) for name in (*question.figures, *question.given)}
    for name, one in listed.items():
        if one is None:
            yield Mistake(_path(question, name), "fault-numeral", {"numeral": name})
    known = {name: one for name, one in listed.items() if one}
    message = "fault-numeral-unlisted" if strict or listed else "advice-numeral-unlisted"
    yield from _unlisted(question, source, list(known.values()), message)
    yield from _unquoted(question, source, known)


def _unlisted(question: Question, source: Source, known: list[Numeral], message: str) -> Iterator[Mistake]:
    for path, _, words in prose(source.data, (*LANGUAGES, *question.stem)):
        for found in numerals(words):
            if found.notable and not any(found.stands_for(one) for one in known):
                spelled = words[found.at : found.end]
                facts = {"numeral": spelled.strip(), "nearest": _nearest(found, known)}
                yield Mistake(path, message, facts, source.within(path, spelled))


def _unquoted(question: Question, source: Source, known: Mapping[str, Numeral]) -> Iterator[Mistake]:
    """What no prose of a language that the stem is in says."""
    said: dict[str, list[Numeral]] = {language: [] for language in question.stem}
    for _, language, words in prose(source.data, (*LANGUAGES, *question.stem)):
        said.setdefault(language, []).extend(numerals(words, code=True))
    for name, one in known.items():
        for language in question.stem:
            if not any(found.stands_for(one) for found in said[language]):
                yield Mistake(_path(question, name), "fault-numeral-unquoted", {"numeral": name, "prose": language})


def _path(question: Question, name: str) -> str:
    return f"figures.{name}" if name in question.figures else f"given.{question.given.index(name)}"


def _nearest(found: Numeral, known: list[Numeral]) -> str:
    return next(iter(get_close_matches(found.form, [one.form for one in known], n=1, cutoff=0)), "-")


def recomputed(question: Question, name: str) -> Mistake | None:
    """What is wrong with one figure; None where its value, rounded to the digits quoted, is its numeral."""
    wanted = numeral(name)
    if wanted is None:
        return None  # `quoted` says so
    said = question.figures[name]
    try:
        value = _run(said.program) if isinstance(said, Program) else _evaluated(said)
    except (AnswerError, SandboxError) as error:
        reason = error.facts.get("reason") or Evidence("match", error.message, error.facts)
        return Mistake(f"figures.{name}", "fault-figure-unread", {"numeral": name, "reason": reason})
    if any(_rounds_to(number, wanted) for number in _meant(value, wanted)):
        return None
    return Mistake(f"figures.{name}", "fault-figure", {"numeral": name, "value": f"{value:.8g}"})


def _meant(value: float, wanted: Numeral) -> tuple[float, ...]:
    """A per cent may be computed as such or as a fraction."""
    return (value, value / 100) if wanted.form.endswith("%") else (value,)


def _rounds_to(value: float, wanted: Numeral) -> bool:
    if not math.isfinite(value) or value * float(wanted.value) < 0:
        return False
    rest = (abs(Decimal(value)) - abs(wanted.value)) / wanted.quantum
    return -HALF - SLACK <= rest < HALF - SLACK


def _evaluated(expression: str) -> float:
    """An expression in any notation of the formula engine; 1e-5 is a number here, not a product with e."""
    from interview_drill.formula.valuing import values  # costs NumPy: only the audit pays for it

    found = values(_SCIENTIFIC.sub(lambda found: format(Decimal(found[0]), "f"), expression))[-1]
    if not math.isfinite(found):
        raise AnswerError("number-not-finite")
    return found


def _run(program: str) -> float:
    """What `figure()` returns, the same twice. Raises SandboxError with a reason where it does not."""
    from interview_drill.grader import sandbox
    from interview_drill.grader.trial import Trial, libraries

    source = "import numpy as np\n" + program
    with Trial(sandbox.supervisor(), LIMIT_S, libraries(source)) as trial:
        replies = [trial.load(source, "figure"), trial.call(()), trial.call(())]
    for reply in replies:
        if not reply.returned:
            raise SandboxError(
                "fault-figure-unread", reason=" ".join(filter(None, (reply.status, reply.error, reply.text)))
            )
    first, second = (_number(reply.value) for reply in replies[1:])
    if first != second:
        raise SandboxError("fault-figure-unread", reason=f"{first!r}, {second!r}")
    return first


def _number(value: object) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise SandboxError("fault-figure-unread", reason=f"returned {type(value).__name__}") from error
