"""Forms: equal up to order, signs and letters, and no further."""

import pytest

from interview_drill.formula.notations import read
from interview_drill.formula.steps.claims import Side
from interview_drill.formula.steps.forms import contains, context, form
from interview_drill.formula.steps.statements import Chain, statement

from .scopes import LOGISTIC, SOFTMAX


def formed(text, scope=LOGISTIC):
    return form(read(text, scope).chains[0].parts[-1].tree, context(scope, {}))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(ŷ - y) x_j", "x_j (ŷ - y)"),
        ("(ŷ - y) x_j", "-(y - ŷ) x_j"),
        ("(ŷ - y) x_j", "x_j·(-y + ŷ)"),
        ("ŷ (1 - ŷ)", "(1 - ŷ)·ŷ"),
        ("y ŷ", "ŷ*y"),
        ("\\frac{1}{2} (y - b)", "\\frac{y - b}{2}"),
        ("\\frac{y}{\\hat y} \\cdot \\frac{1}{b}", "\\frac{y}{b \\hat y}"),
        ("-(1+b)^{-2} (-y)", "\\frac{y}{(1+b)^2}"),
        ("b b", "b^2"),
        ("\\sum_i x_i w_i", "\\sum_{k=1}^n w_k x_k"),
    ],
)
def test_spelling_and_order_do_not_count(one, other):
    """Both are the same form."""
    assert formed(one) == formed(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(ŷ - y) x_j", "ŷ x_j - y x_j"),
        ("(ŷ - y) x_j", "(σ(z) - y) x_j"),
        ("ŷ - ŷ^2", "ŷ (1 - ŷ)"),
        ("log b^2", "2 log b"),
        ("e^{y - b}", "e^y e^{-b}"),
        ("(ŷ - y) x_j", "(ŷ - y) w_j"),
    ],
)
def test_algebra_is_not_done(one, other):
    """What has to be worked out is another form."""
    assert formed(one) != formed(other)


def test_a_form_holds_its_factors_and_terms():
    """In any order, inside of anything, up to sign."""
    whole = formed("(-y/ŷ + (1-y)/(1-ŷ)) ŷ(1-ŷ) x_j")
    assert contains(whole, formed("(1-ŷ) ŷ"))
    assert contains(whole, formed("-y/ŷ + (1-y)/(1-ŷ)"))
    assert not contains(whole, formed("ŷ - y"))


def chain(text, scope):
    made, (first, *_) = Chain(scope, {}), read(text, scope).chains
    made.sides = [Side(part.tree, part.at, part.end, first.indices) for part in first.parts]
    return made


def test_a_statement_is_made_in_other_letters():
    """Index letters may be renamed, each to one."""
    goal = statement("∂a_k/∂z_i = a_k (δ_{ki} - a_i)", SOFTMAX)
    assert chain("∂a_j/∂z_k = 0 + a_j (δ_{jk} - a_k)", SOFTMAX).states(goal)
    assert chain("a_j (δ_{jk} - a_k) = ∂a_j/∂z_k", SOFTMAX).states(goal)
    assert not chain("∂a_k/∂z_i = a_k (δ_{ki} - a_k)", SOFTMAX).states(goal)
