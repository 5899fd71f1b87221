"""Any two formulas, outside a question: single letters are real numbers, and equations say the same where both hold."""

import pytest

from interview_drill import kinds
from interview_drill.kinds import Settings
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

SETTINGS = Settings(seed=1)
EQUAL = [
    ("x^2-1", "(x-1)(x+1)"),
    ("sin(2x)", "2 sin x cos x"),
    ("y=mx+b", "y-b=mx"),
    ("y = 2x", "2x - y = 0"),
    ("y = 2x", "4x = 2y"),
    ("(x^2)^{1/2}", "|x|"),
    ("x^2-1", "f = (x-1)(x+1)"),
    (r"\frac{1}{2}", "0.5"),
    ("ab", "b a"),
    ("e^{x+y}", "e^x e^y"),
    (r"\tanh x", r"\frac{e^x-e^{-x}}{e^x+e^{-x}}"),
    ("x**2 - 1", "(x - 1)*(x + 1)"),
]
DIFFERENT = [
    ("x", "sqrt(x^2)"),
    ("e^{-10x}", "e^{-10x} + 10^{-9}"),
    (r"2\pi r", "2*3.14159*r"),
    ("y=2x", "y=3x"),
    ("y=2x", "y=2x+1"),
    ("x^2", "2x"),
    ("x/y", "y/x"),
]
REFUSED = [("x^2", "x^"), ("x^2", "(x"), ("y = 2x", "2x"), ("x", "")]


def judged(expected, answer, symbols=None):
    return kinds.judge_pair(expected, Answer(answer), symbols, SETTINGS)


@pytest.mark.parametrize(("expected", "answer"), EQUAL)
def test_equal_and_proved(expected, answer):
    """True identities are proved, whichever way round they are asked."""
    found = judged(expected, answer)
    assert found.outcome is Outcome.CORRECT and found.evidence[0].method == "proved"


@pytest.mark.parametrize(("expected", "answer"), DIFFERENT)
def test_different(expected, answer):
    """What differs anywhere is refuted, with a point where it does."""
    found = judged(expected, answer)
    assert found.outcome is Outcome.INCORRECT and found.evidence[0].facts["at"]


@pytest.mark.parametrize(("expected", "answer"), REFUSED)
def test_refused(expected, answer):
    """What cannot be read, or is no equation where one is asked for."""
    assert judged(expected, answer).outcome is Outcome.UNREADABLE


def test_declared_symbols_narrow_the_domain():
    """log(xy) splits where both are positive, and only there."""
    positive = {name: {"type": "scalar", "range": "positive"} for name in "xy"}
    assert judged("log(xy)", "log x + log y", positive).outcome is Outcome.CORRECT
    assert judged("log(xy)", "log x + log y").outcome is Outcome.INCORRECT


def test_two_numbers_are_told_apart_by_enough_figures():
    """A difference in the tenth figure is shown, not rounded away."""
    facts = judged("e^{-10x}", "e^{-10x} + 10^{-9}").evidence[0].facts
    assert facts["yours"] != facts["wanted"]
