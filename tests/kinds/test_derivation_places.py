"""Wrong steps that hold at some entries, at small sizes or for large values alone: none of them counts."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.verdict import Outcome

from .asking import judged

BANK = open_bank()


def outcome(id, text):
    return judged(BANK.question(f"{id}-derivation"), text).outcome


@pytest.mark.parametrize(
    ("id", "line"),
    [
        # True of the last entry alone.
        ("lr-gradient", "z = Σ_{k=1}^{j} w_k x_k + b"),
        ("lr-gradient", "∂z/∂w_j = x_n"),
        ("lr-gradient", "∂z/∂w_j = Σ_{k=j}^{n} x_k"),
        ("ce-softmax-gradient", "ŷ_k = e^{z_k}/Σ_{j=1}^{k} e^{z_j}"),
        ("ce-softmax-gradient", "∂ŷ_k/∂z_i = ŷ_C(δ_{ki} - ŷ_i)"),
        ("softmax-shift", "a_i = e^{z_C}/Σ_j e^{z_j}"),
        ("ner-crf-forward", "α_2(j) = E_{2K} + log Σ_i e^{α_1(i)+A_{ij}}"),
        # True of two blocks alone.
        ("residual-gradient", "x_L = x_l + F_l(x_l) + F_{L-1}(x_{L-1})"),
        ("residual-gradient", "x_L = x_{l+2}"),
        # True of small sizes alone.
        ("lr-gradient", "∂z/∂w_j = x_j + [n > 4]"),
        ("lr-gradient", "∂z/∂w_j = x_j + (n-1)(n-2)(n-3)(n-4)"),
        # True where the objective is above 0 alone, which minus the logarithm of a density need not be.
        ("regularization-map", "ŵ = argmin_w (NLL(w) + (λ/2)‖w‖²)^2"),
        ("regularization-map", "ŵ = argmin_w log(NLL(w) + (λ/2)‖w‖²)"),
    ],
)
def test_a_step_that_holds_at_some_places_is_wrong(id, line):
    assert outcome(id, line) is Outcome.INCORRECT


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("lr-gradient", "∂z/∂w_j = x_j + Σ_{k=9}^{n} x_k"),
        ("lr-gradient", "∂z/∂w_j = x_j Π_{k=5}^{n} x_k"),
        ("ce-softmax-gradient", "L = -Σ_k y_k log ŷ_k + Σ_{k>9} y_k"),
        ("residual-gradient", "x_L = x_l + Σ_{i=l}^{L-1} F_i(x_i) + Σ_{i=l+4}^{L-1} F_i(x_i)"),
        ("residual-gradient", "∂x_L/∂x_l = 1 + ∂/∂x_l Σ_{i=l}^{L-1} F_i(x_i) + (L-3)(L-4)"),
    ],
)
def test_a_sum_that_is_empty_wherever_it_is_looked_at_shows_nothing(id, line):
    """Nor does what is nothing at every size that is declared."""
    assert outcome(id, line) is Outcome.UNDECIDED


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("lr-gradient", "z = w_1 x_1 + Σ_{k=2}^{n} w_k x_k + b"),
        ("lr-gradient", "z = Σ_{k=1}^{j-1} w_k x_k + w_j x_j + Σ_{k=j+1}^{n} w_k x_k + b"),
        ("residual-gradient", "x_L = x_l + F_l(x_l) + Σ_{i=l+1}^{L-1} F_i(x_i)"),
        ("regularization-map", "ŵ = argmin_w 2(NLL(w) + (λ/2)‖w‖²)"),
        ("regularization-map", "ŵ = argmin_w (NLL(w) + (λ/2)‖w‖²)^3"),
    ],
)
def test_steps_that_hold_everywhere(id, line):
    """Sums that are split, and objectives that grow with the one that is asked for."""
    assert outcome(id, line) in (Outcome.PARTIAL, Outcome.CORRECT)


@pytest.mark.parametrize("line", ["E_q[e^z] = e^{μ+σ²/2}", "E_q[|z|] = 1", "E_q[p(z)/q(z)] = 1", "E_q[z^{16}] = 1"])
def test_a_mean_that_nodes_give_nearly_is_not_judged(line):
    """Only polynomials of some degree: a right one would be refused for its tenth figure."""
    assert outcome("kl-gaussian", line) is Outcome.UNREADABLE
