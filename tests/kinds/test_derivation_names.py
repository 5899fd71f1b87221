"""A learner's own names in a derivation: they mean what they are defined as, and are seen through."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.verdict import Outcome

from .asking import judged

BANK = open_bank()
LOGISTIC, SHIFT, STACK = "lr-gradient-derivation", "softmax-shift-derivation", "residual-gradient-derivation"
CHAIN = "∂J/∂ŷ = (ŷ-y)/(ŷ(1-ŷ))\n∂ŷ/∂z = ŷ(1-ŷ)\n∂J/∂z = ŷ - y\n∂z/∂w_j = x_j\n∂J/∂w_j = (ŷ-y) x_j"
UNROLLED = r"""x_{i+1} = x_i + F_i(x_i)
x_L = x_l + Σ_{i=l}^{L-1} F_i(x_i)
let s = Σ_{i=l}^{L-1} F_i(x_i)
∂x_L/∂x_l = 1 + ∂s/∂x_l
∂ℒ/∂x_l = ∂ℒ/∂x_L (1 + ∂/∂x_l Σ_{i=l}^{L-1} F_i(x_i))"""


def first(id, text):
    """(outcome, line)"""
    found = judged(BANK.question(id), text)
    return found.outcome, found.evidence[0].facts.get("line")


@pytest.mark.parametrize(
    ("id", "text"),
    [
        (LOGISTIC, f"let s = 1 + e^{{-z}}\n{CHAIN}"),
        (LOGISTIC, f"s = 1 + exp(-z)\ns**2 = s*s\n{CHAIN}"),
        (LOGISTIC, f"令 n = ŷ - y\n∂J/∂b = n\n{CHAIN}"),
        (LOGISTIC, f"z = Σ_{{k=1}}^n w_k x_k + b\nlet s = w^T x\nσ'(s) = σ(s)(1-σ(s))\n{CHAIN}"),
        (STACK, UNROLLED),
        (STACK, UNROLLED.replace("let s", "let M = L - l\nlet s")),
    ],
)
def test_a_name_that_only_the_file_uses_is_the_learners(id, text):
    """The stem never speaks of it; until it is defined it means what it did, and so it does inside the question."""
    assert first(id, text) == (Outcome.CORRECT, None)


@pytest.mark.parametrize(
    ("id", "text", "outcome", "line"),
    [
        (LOGISTIC, "let s = 1 + e^{-z}\n∂s/∂z = e^{-z}", Outcome.INCORRECT, 2),
        (LOGISTIC, "s = 1 + exp(-z)\ns**2 = s*s + 1", Outcome.INCORRECT, 2),
        (LOGISTIC, "let n = ŷ - y\n∂J/∂b = n/2", Outcome.INCORRECT, 2),
        (LOGISTIC, "let s = 1 + e^{-z}\ns = 2 + e^{-z}", Outcome.INCORRECT, 2),
        (LOGISTIC, "let b = 1 + e^{-z}", Outcome.INCORRECT, 1),
        (SHIFT, "let C = Σ_j e^{z_j}\na_i = e^{z_i}/C^2", Outcome.INCORRECT, 2),
        (STACK, UNROLLED.replace("1 + ∂s", "2 + ∂s"), Outcome.INCORRECT, 4),
    ],
)
def test_it_means_nothing_else_from_there_on(id, text, outcome, line):
    """It is defined once; a name of the stem keeps its meaning."""
    assert first(id, text) == (outcome, line)


def test_it_is_shown_as_it_was_typed():
    """And not by the name that tells it from the file's."""
    found = judged(BANK.question(LOGISTIC), "let s = 1 + e^{-z}\nŷ = s")
    assert found.evidence[0].facts["right"] == "s"
