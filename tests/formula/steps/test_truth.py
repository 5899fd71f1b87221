"""Equations under definitions: derivatives are really taken, and nothing false is let through."""

import pytest

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.steps.claims import claims
from interview_drill.formula.steps.places import partitions
from interview_drill.formula.steps.truth import Constant, Head

from .scopes import LOGISTIC, RIDGE, SOFTMAX, holds

TRUE = [
    (LOGISTIC, "∂J/∂ŷ = -y/ŷ + (1-y)/(1-ŷ)"),
    (LOGISTIC, "∂J/∂z = ŷ - y"),
    (LOGISTIC, "\\frac{\\partial J}{\\partial w_k} = (\\hat y - y) x_k"),
    (LOGISTIC, "\\nabla_w J = (\\hat y - y) x"),
    (LOGISTIC, "dJ/dz * dz/dw_j = (yhat - y) * x_j"),
    (LOGISTIC, "\\frac{d}{dz} \\log(1+e^z) - y = \\hat y - y"),
    (LOGISTIC, "J = log(1+e^z) - y z"),
    (LOGISTIC, "∂y/∂z = 0"),
    (SOFTMAX, "∂a_k/∂z_i = a_k (δ_{ki} - a_i)"),
    (SOFTMAX, "∂L/∂a_k = -y_k/a_k"),
    (SOFTMAX, "∂L/∂z_i = a_i - y_i"),
    (SOFTMAX, "∂L/∂z_i = \\sum_k ∂L/∂a_k ∂a_k/∂z_i"),
    (SOFTMAX, "\\sum_k y_k = 1"),
]
FALSE = [
    (LOGISTIC, "∂J/∂ŷ = -y/ŷ - (1-y)/(1-ŷ)"),
    (LOGISTIC, "∂J/∂z = y - ŷ"),
    (LOGISTIC, "∂J/∂w_k = (ŷ - y) w_k"),
    (LOGISTIC, "∂J/∂w_k = (ŷ - y) x_j"),
    (LOGISTIC, "\\frac{d}{dz} (\\log(1+e^z) - y) = \\hat y - y"),
    (SOFTMAX, "∂a_k/∂z_i = a_k (δ_{ki} - a_k)"),
    (SOFTMAX, "∂L/∂z_j = a_i - y_i"),
    (SOFTMAX, "∂L/∂z_i = -y_i (1 - a_i)"),
]


@pytest.mark.parametrize(("scope", "text"), TRUE, ids=[text for _, text in TRUE])
def test_what_is_true_holds(scope, text):
    """Under the definitions, at all sizes and indices looked at."""
    assert holds(text, scope) is True


@pytest.mark.parametrize(("scope", "text"), FALSE, ids=[text for _, text in FALSE])
def test_what_is_false_does_not_hold(scope, text):
    """A sign, a factor or an index is enough."""
    assert holds(text, scope) is False


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ŵ = argmin_w [f + t ||w||^2 + c]", True),
        ("ŵ = argmin_w [3f + 3t ||w||^2]", True),
        ("ŵ = argmax_w [-f - t ||w||^2]", True),
        ("ŵ = argmax_w e^{-f - t ||w||^2}", True),
        ("ŵ = argmin_w [f + 2t ||w||^2]", False),
        ("ŵ = argmax_w [f + t ||w||^2]", False),
        ("ŵ = argmin_w [f - t ||w||^2]", False),
        ("ŵ = argmin_w f", False),
        ("w_hat = argmin_w f + t norm(w)^2", True),
        ("ŵ = argmin_w f / t + ||w||^2", True),
        ("\\hat w = \\arg\\min_w (f + t \\|w\\|^2) / t + c", True),
        ("ŵ = argmin_w f + norm(w)^2", False),
        ("ŵ = argmin_w (f + t ||w||^2) c", False),
    ],
)
def test_minimisers_are_told_by_their_objectives(text, wanted):
    """Constants, positive factors and increasing functions change nothing; all else does."""
    assert holds(text, RIDGE) is wanted


def test_a_named_constant_drops_out():
    """`+ c` stands for what has no w, and for nothing else."""
    constant = Constant("c", "w")
    assert holds("f = ||w||^2 - 2 w^T v + c", RIDGE, constant) is True
    assert holds("f = ||w||^2 + c", RIDGE, constant) is False
    assert holds("f = ||w||^2 - 2 w^T v", RIDGE, constant) is False
    assert holds("ŵ = argmin_w f + t ||w||^2 + c", RIDGE, constant) is True
    assert holds("ŵ = argmin_w f + ||w||^2 + c", RIDGE, constant) is False
    assert holds("ŵ = argmin_w c f + c t ||w||^2", RIDGE, constant) is False


def test_nothing_is_computed_with_a_minimiser():
    """Its stand-in is a direction, whose length says nothing."""
    with pytest.raises(AnswerError) as refused:
        holds("||ŵ|| = 1", RIDGE)
    assert refused.value.message == "extreme-inside"


def test_letters_coincide_in_every_way():
    """Three letters: all equal, three ways of two, all unequal."""
    assert set(partitions(3)) == {(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (0, 1, 2)}


def test_a_condition_restricts_where_a_line_is_looked_at():
    """`(k ≠ i)` leaves out the places where the letters coincide; the other condition leaves the others."""
    head = Head(SOFTMAX, *_sides("∂a_k/∂z_i", ("k", False, "i")))
    side = claims("∂a_k/∂z_i = -a_k a_i", SOFTMAX)[0].readings[0][1]
    assert head.compare(side.tree, side.indices).holds is True
    equal = Head(SOFTMAX, *_sides("∂a_k/∂z_i", ("k", True, "i")))
    assert equal.compare(side.tree, side.indices).holds is False


def _sides(text, only):
    left = claims(f"{text} = 0", SOFTMAX)[0].readings[0][0]
    return left.tree, left.indices, None, only


def test_proportional_sides_differ_by_a_factor_without_the_quantity():
    """As a posterior and likelihood times prior do."""
    left, right = claims("e^{-f} = 3 t e^{-||w||^2 + 2 w^T v}", RIDGE)[0].readings[0]
    head = Head(RIDGE, left.tree, left.indices, Constant("c", "w"))
    assert head.compare_factors(right.tree, right.indices).holds is True
    assert head.compare_factors(ast.Name("f"), {}).holds is False


def test_a_new_name_for_a_vector_has_entries():
    """`p = softmax(z)` may be used as p_k, with the letter of the line."""
    found = claims("p = softmax(z)\np_k = a_k\np_i = a_k", SOFTMAX)
    verdicts = []
    for one in found[1:]:
        left, right = one.readings[0]
        verdicts.append(Head(one.scope, left.tree, left.indices).compare(right.tree, right.indices).holds)
    assert verdicts == [True, False]


def test_what_was_compared_is_told_where_it_is_no_side():
    """Beside a constant the numbers are those of slopes."""
    left, right = claims("f = ||w||^2 + c", RIDGE)[0].readings[0]
    truth = Head(RIDGE, left.tree, left.indices, Constant("c", "w")).compare(right.tree, right.indices)
    assert truth.compared == tuple(ast.Derivative(one.tree, ast.Name("w")) for one in (left, right))
    assert Head(RIDGE, left.tree, left.indices).compare(right.tree, right.indices).compared is None
