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
        (LOGISTIC, f"n = 2\n{CHAIN}", Outcome.INCORRECT, 1),
        (SHIFT, "let C = Σ_j e^{z_j}\na_i = e^{z_i}/C^2", Outcome.INCORRECT, 2),
        (STACK, UNROLLED.replace("1 + ∂s", "2 + ∂s"), Outcome.INCORRECT, 4),
    ],
)
def test_it_means_nothing_else_from_there_on(id, text, outcome, line):
    """It is defined once; a name of the stem keeps its meaning, and a number for a size is a claim."""
    assert first(id, text) == (outcome, line)


def test_it_is_shown_as_it_was_typed():
    """And not by the name that tells it from the file's."""
    found = judged(BANK.question(LOGISTIC), "let s = 1 + e^{-z}\nŷ = s")
    assert found.evidence[0].facts["right"] == "s"


SPLIT = "H(p,q) = −Σ_i p_i log p_i + Σ_i p_i log r_i\n= H(p) + D_KL(p‖q)"
FACTORED = "softmax(z-c)_i = k u_i/(k Σ_j u_j)\n= a_i\nlog a_i = z_i − c − log Σ_j e^{z_j-c}"
SLOPE = "dy/dx = e^{-x}/(1+e^{-x})^2\n= 1/(1+e^{-x}) · e^{-x}/(1+e^{-x})\n= y(1−y)\nσ'(x) = σ(x)(1−σ(x))"
BLOCKS = "∂x_{i+1}/∂x_i = g_i\n∂x_L/∂x_l = Π_{i=l}^{L-1} g_i\n∂ℒ/∂x_l = ∂ℒ/∂x_L Π_{i=l}^{L-1} g_i"


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("ce-kl-derivation", f"let r_i = p_i/q_i\n{SPLIT}"),
        ("ce-kl-derivation", "let r_i = p_i/q_i, s_i = log r_i\n" + SPLIT.replace("log r_i", "s_i")),
        ("ce-kl-derivation", f"let r_k = p_k/q_k\n{SPLIT}".replace("Σ_i p_i log r_i", "Σ_j p_j log r_j")),
        (SHIFT, f"let u_i = e^{{z_i}}, k = e^{{-c}}\n{FACTORED}"),
        (STACK, f"let g_i = 1 + F_i'(x_i)\n{BLOCKS}"),
        ("sigmoid-derivative-derivation", f"let y = 1/(1+e^{{-x}})\n{SLOPE}"),
    ],
)
def test_milestones_are_seen_through_them(id, text):
    """A name with an index stands for its entry at the letter that it has there; a number for a function's value."""
    assert first(id, text) == (Outcome.CORRECT, None)


@pytest.mark.parametrize(
    ("id", "text", "outcome", "line"),
    [
        ("ce-kl-derivation", f"let r_i = q_i/p_i\n{SPLIT}", Outcome.INCORRECT, 2),
        ("ce-kl-derivation", "let r_i = p_i log q_i\nH(p,q) = -Σ_i r_i\n= H(p) + D_KL(p‖q)", Outcome.PARTIAL, None),
        (SHIFT, f"let u_i = e^{{z_i-c}}, k = 1\n{FACTORED}", Outcome.PARTIAL, None),
        (STACK, f"let g_i = F_i'(x_i)\n{BLOCKS}", Outcome.INCORRECT, 2),
        ("sigmoid-derivative-derivation", "let y = 1/(1+e^{-x})\ndy/dx = y(1-y)", Outcome.PARTIAL, None),
        ("sigmoid-derivative-derivation", f"y = 1/(1+e^{{-x}})\n{SLOPE.replace('1−y', '1+y')}", Outcome.INCORRECT, 4),
    ],
)
def test_a_name_shows_no_more_than_what_it_stands_for(id, text, outcome, line):
    """Names for the ends of a leap are no way between them."""
    assert first(id, text) == (outcome, line)
