"""Whatever is typed comes to a verdict, soon, and leaves nothing behind: no exception, no long wait, no memory kept.

With FULL=1 200,000 texts are judged. Times are CPU time of this process; the prover keeps a budget of its own.
"""

from __future__ import annotations

import gc
import os
import random
import resource
import sys
import time
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_drill import kinds
from interview_drill.errors import AnswerError
from interview_drill.formula.comparing import compare
from interview_drill.formula.equations import compare_free
from interview_drill.question import Answer, Question
from interview_drill.verdict import Outcome, Verdict
from tests.formula.generators.keys import keys, questions
from tests.formula.generators.soup import KINDS, MONSTERS
from tests.formula.generators.verdicts import SETTINGS, judged, undiagnosed

FULL = bool(os.environ.get("FULL"))
DIAGNOSED = 20
"""Every so many inputs are diagnosed too, which costs more than to decide."""
INPUTS = 200_000 if FULL else 1_500
NOTATIONS = (None, None, None, "latex", "unicode", "ascii", "python")
LONGEST_S = 2.0
MOST_KEPT = 64 * 1024**2
FREE_KEYS = ("x^2-1", "y=mx+b", "sin(2x)", "\\frac{1}{1+e^{-x}}", "a b + c", "\\sqrt{x^2}", "\\sum_{i=1}^{n} i")


@dataclass
class Tally:
    """What happened to many inputs."""

    outcomes: Counter = field(default_factory=Counter)
    slowest: list = field(default_factory=list)

    def took(self, seconds: float, text: str, where: str) -> None:
        self.slowest = sorted([*self.slowest, (round(seconds, 3), where, text[:120])], reverse=True)[:8]


@cache
def specimens(name: str | None) -> tuple[str, ...]:
    """The answers that a question brings along, or all of the bank's and some free formulas."""
    asked = [question for question in questions() if name in (None, question.id)]
    found = (one.answer.text for question in asked for one in kinds.kind("formula").specimens(question))
    return (*dict.fromkeys(found), *(FREE_KEYS if name is None else ()))


def judge_once(rng: random.Random, tally: Tally) -> None:
    """One text at one place: a question of the bank (made from its own answers or any), or beside a free formula."""
    notation = rng.choice(NOTATIONS)
    question = rng.choice(questions()) if rng.random() < 0.75 else None
    text = rng.choice(KINDS)(rng, specimens(question.id if question and rng.random() < 0.7 else None))
    start = time.process_time()
    try:
        verdict = _verdict(rng, text, notation, question)
    except Exception as error:
        pytest.fail(f"{type(error).__name__}: {error} for {text!r} beside {question and question.id}")
    tally.took(time.process_time() - start, text, question.id if question else "free")
    tally.outcomes[verdict.outcome.value] += 1


def _verdict(rng: random.Random, text: str, notation: str | None, question: Question | None) -> Verdict:
    if question is None:
        return kinds.judge_pair(*_pair(rng, text, notation), None, SETTINGS)
    return judged(question, text, notation)


def _pair(rng: random.Random, text: str, notation: str | None) -> tuple[str, Answer]:
    """The text as an answer, or as what is expected."""
    other = rng.choice(FREE_KEYS)
    return (other, Answer(text, notation)) if rng.random() < 0.7 else (text, Answer(other))


def resident() -> int:
    """Bytes of memory in use; the peak where the system tells no more."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_soup_comes_to_a_verdict(capsys):
    rng, tally, marks = random.Random(5), Tally(), []
    for number in range(INPUTS):
        with undiagnosed() if number % DIAGNOSED else nullcontext():
            judge_once(rng, tally)
        if number in (INPUTS // 3, INPUTS - 1):
            gc.collect()
            marks.append(resident())
    with capsys.disabled():
        print(f"\nfuzz inputs: {INPUTS}; {dict(tally.outcomes)}; kept since a third: {(marks[1] - marks[0]) >> 10} KB")
        print("slowest (CPU s):", *tally.slowest, sep="\n  ")
    assert tally.slowest[0][0] < LONGEST_S
    assert marks[1] - marks[0] < MOST_KEPT


@pytest.mark.parametrize("text", MONSTERS, ids=range(len(MONSTERS)))
def test_monsters_are_answered_soon(text):
    """Each with its wildest number, read as what it looks like and as each notation."""
    typed = text.replace("N", "999999999").replace("A", "\\sum_i z_i/2")
    start = time.process_time()
    for question in (questions()[0], questions()[2], questions()[-1]):
        assert judged(question, typed).outcome is not Outcome.CORRECT
    for notation in ("latex", "unicode", "ascii", "python"):
        kinds.judge_pair("x + y", Answer(typed, notation), None, SETTINGS)
    assert time.process_time() - start < 3 * LONGEST_S


@settings(
    max_examples=2_000 if FULL else 120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.one_of(st.text(), st.text(alphabet="xyzkiC_^{}()+-*/=|\\ 0123456789", max_size=40)), st.sampled_from(keys()))
def test_any_text_is_compared_or_refused(text, key):
    """compare itself: AnswerError is all that comes out of it."""
    for ask in (lambda: compare(text, key.form), lambda: compare_free("x", text, {})):
        try:
            ask()
        except AnswerError as error:
            assert error.at is None or 0 <= error.at <= len(text)
