"""A key as lines of a terminal, beside SymPy's pretty printer where SymPy reads the key."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from interview_drill import kinds
from interview_drill.formula.layout import plane
from interview_drill.formula.layout.style import Style
from tests.benchmarks.answers import formula_questions
from tests.benchmarks.clock import Times
from tests.benchmarks.ledger import Ledger, Measure

pytestmark = pytest.mark.bench
ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_keys_as_lines(ledger: Ledger):
    """From LaTeX to lines, for every key."""
    pytest.importorskip("antlr4")
    from sympy import pretty
    from sympy.parsing.latex import parse_latex

    ours, theirs = [], []
    for key in [question.task.key for question in formula_questions()] * ROUNDS:
        mine = seconds(lambda key=key: plane.display(key, Style()))
        try:
            theirs.append(seconds(lambda key=key: pretty(parse_latex(key))))
        except Exception:
            continue
        ours.append(mine)
    ledger.measures.append(
        Measure("layout of a key", Times(tuple(ours)), "SymPy parse_latex + pretty", Times(tuple(theirs)))
    )
    assert ours


def test_previews_while_typing(ledger: Ledger):
    """From what is typed to lines, for the key and every equivalent: at each key pressed, so within 1 ms."""
    preview, style = kinds.kind("formula").preview, Style(width=77)
    measured = []
    for question in formula_questions():
        for text in (question.task.key, *question.task.equivalents) * ROUNDS:
            measured.append(seconds(lambda text=text, question=question: preview(question, text, style)))
    ledger.measures.append(Measure("preview of an answer", Times(tuple(measured)), goal="median <= 1 ms"))
    assert measured
