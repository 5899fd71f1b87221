"""Nothing typed can hang, overflow or raise anything but AnswerError."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_drill.errors import AnswerError
from interview_drill.formula.notations import read
from tests.formula.notations import scopes as s

PIECES = [
    *r"""
    x y z_k z_{i} w_i \frac { } ( ) [ ] | || \| ^ _ + - * / = \sum \sum_{i=1}^{C} \log e^ \hat \hat{y} ' \left(
    \right) \right. \begin{cases} \end{cases} & \\ , ; : P( A B \partial dL/dy \nabla_w 1 2 0.5 . ! \sqrt √ ŷ ₜ₋₁
    ⁻ˣ ² Σ \max max( \dots if else otherwise \mathbb{1} E_{x~P}[ \text{if} \in Y_X s(X,y) \delta_{ij} < ≠ \neg sin
    sigma lam F(x) I(i,j) \operatorname{ \substack{ ~ \{ \} Piecewise(( sum( (i,1,C) T \top （ ） \ $ 9 е
    \over // undefined ∀ , k=1,\dots,C \left\{ \begin{aligned} \end{aligned}
    """.split(),  # noqa: SIM905
    "\u0302",
    "\x00",
]
SCOPES = [value for value in vars(s).values() if isinstance(value, s.Scope)]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]), st.sampled_from(SCOPES))
def test_only_answer_errors_come_out(pieces, between, scope):
    """Whatever is typed is read or refused, and a place lies inside the text."""
    text = between.join(pieces)
    try:
        read(text, scope, "latex")
    except AnswerError as error:
        assert error.at is None or 0 <= error.at <= error.end <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.sampled_from(SCOPES))
def test_any_characters(text, scope):
    """Also for characters that no formula has."""
    try:
        read(text, scope)
    except AnswerError as error:
        assert error.at is None or 0 <= error.at <= error.end <= len(text)


DEEP = {
    "brackets": "(" * 10_000,
    "matched brackets": "(" * 900 + "x" + ")" * 900,
    "braces": "{" * 600 + "x" + "}" * 600,
    "fractions": r"\frac{x}{" * 150 + "x" + "}" * 150,
    "roots": r"\sqrt" * 390 + " x",
    "hats": r"\hat" * 480 + " x",
    "signs": "-" * 1900 + "x",
    "slashes": "x/" * 900 + "x",
    "functions": "sin " * 480 + "x",
    "sums": "sum_i " * 300 + "x",
    "towers": "x^" * 900 + "x",
    "bars": "|" * 1900 + "x",
    "choices": "sin x/" * 300 + "x",
    "mixed products": "x·x*" * 400 + "x",
    "unfinished sums": "1/sum_i w_i·" * 150 + "x",
    "calls": "F(" * 300 + "x" + ")" * 300,
    "subscripts": "x_{" * 300 + "x" + "}" * 300,
    "cases": r"\begin{cases}" * 100,
    "conditions": "x if x>0 else " * 130 + "x",
    "digits": "1" * 1500,
    "long": "x+" * 1500 + "x",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_and_long_answers_end_soon(name):
    """Within two seconds, with or without a tree."""
    start = time.process_time()
    for scope in (s.FREE, s.RESIDUAL, s.PENALTY):
        try:
            read(DEEP[name], scope)
        except AnswerError:
            continue
    assert time.process_time() - start < 2


def test_at_most_sixteen_readings():
    """Beyond that brackets are asked for; without choices there is one, however long the answer."""
    assert len(read("a/b·c*" * 30 + "d", s.FREE).chains) == 1
    assert 1 < len(read("sin a·b + sin a·b", s.FREE).chains) <= 16
    with pytest.raises(AnswerError) as caught:
        read("sin a·" * 12 + "b", s.FREE)
    assert caught.value.message == "too-many-readings"
