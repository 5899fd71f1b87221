"""Words and conditions on a derivation's lines: what they claim is judged, what they only tell costs nothing."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.kinds.derivation import step
from interview_drill.verdict import Outcome

BANK = open_bank()
SOFTMAX = BANK.question("ce-softmax-gradient-derivation")
LOGISTIC = BANK.question("lr-gradient-derivation")


def found(asked, *lines):
    """The outcome of some lines, the first message about them, and the line where one is false or unread."""
    verdict = step(asked, (), "\n".join(lines)).verdict
    return verdict.outcome, verdict.evidence[0].message, verdict.evidence[0].facts.get("line")


def right(asked, *lines):
    """Whether every line holds; some of these leap."""
    return found(asked, *lines)[0] in (Outcome.CORRECT, Outcome.PARTIAL)


JACOBIAN = "∂ŷ_k/∂z_i"


@pytest.mark.parametrize(
    "line",
    [
        f"{JACOBIAN} = ŷ_k(1 − ŷ_k), k = i",
        f"{JACOBIAN} = \\hat y_k(1 − ŷ_k) \\quad k = i",
        f"k = i: {JACOBIAN} = ŷ_k(1 − ŷ_k)",
        f"当 k=i 时，{JACOBIAN} = ŷ_k(1 − ŷ_k)",
        f"设 k = i，则 {JACOBIAN} = ŷ_k(1 − ŷ_k)",
        "当 k = i 时，∂ŷ_i/∂z_i = ŷ_i(1 − ŷ_i)",
        f"For k ≠ i: {JACOBIAN} = −ŷ_k ŷ_i",
        f"若 k ≠ i，{JACOBIAN} = −ŷ_k ŷ_i",
        "\\frac{\\partial \\hat y_k}{\\partial z_i} = \\begin{cases} \\hat y_k(1-\\hat y_k), & \\text{if } k = i \\\\"
        " -\\hat y_k\\hat y_i, & \\text{otherwise} \\end{cases}",
    ],
)
def test_a_condition_says_for_which_letters_a_line_is_meant(line):
    """There it holds, and nowhere else; with the other case's right side it does not."""
    assert right(SOFTMAX, line)
    turned = line.translate(str.maketrans({"−": "+", "-": "+"}))
    assert found(SOFTMAX, turned)[:2] == (Outcome.INCORRECT, "step-false")


def test_an_equation_of_letters_alone_is_still_a_claim():
    """So is one of quantities that are no indices, behind another equation."""
    assert not right(SOFTMAX, "k = i")
    assert found(LOGISTIC, "∂z/∂b = 1, y = b")[:2] == (Outcome.INCORRECT, "step-false")


@pytest.mark.parametrize("said", [", since {}", "，因为 {}", ", where {}", "（因为 {}）", " ({})"])
def test_a_chain_goes_on_behind_a_reason(said):
    """It goes on from what the reason is for; a false reason is a false line."""
    reason = said.format("Σ_k y_k = {}")
    lines = "∂L/∂z_i = −y_i + ŷ_i Σ_k y_k", "= ŷ_i − y_i"
    assert right(SOFTMAX, lines[0] + reason.format(1), lines[1])
    assert found(SOFTMAX, lines[0] + reason.format(2), lines[1]) == (Outcome.INCORRECT, "step-false", 1)
    assert found(SOFTMAX, lines[0] + reason.format(1), "= ŷ_i + y_i") == (Outcome.INCORRECT, "step-false", 2)


def test_a_reason_alone_on_its_line_is_gone_on_from():
    """`因为 A = B`, then `= C`: there is nothing else that C could be equal to."""
    assert right(SOFTMAX, "因为 Σ_k y_k = 1", "= Σ_k ŷ_k")
    assert found(SOFTMAX, "因为 Σ_k y_k = 1", "= Σ_k ŷ_k + 1") == (Outcome.INCORRECT, "step-false", 2)


def test_a_reason_in_brackets_alone_on_a_line_is_judged():
    """It is not dropped, and what follows goes on from the line before."""
    lines = "∂L/∂z_i = −y_i + ŷ_i Σ_k y_k", "（因为 Σ_k y_k = {}）", "= ŷ_i − y_i"
    assert right(SOFTMAX, lines[0], lines[1].format(1), lines[2])
    assert found(SOFTMAX, lines[0], lines[1].format(2), lines[2]) == (Outcome.INCORRECT, "step-false", 2)


def test_a_reason_may_make_a_name_for_its_equation():
    """`where u = ...` stands behind the equation that uses u, in the middle of a chain too."""
    chain = "∂J/∂z = −y + 1/(1+e^{-z})", "= −y + 1/(1+u), where u = e^{-z}"
    assert right(LOGISTIC, *chain, "= ŷ − y")
    assert found(LOGISTIC, chain[0], chain[1].replace("e^{-z}", "e^{z}"))[0] is Outcome.INCORRECT


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("∂J/∂z = ŷ - y （差一个 2 倍）", "words-unread"),
        ("∂J/∂z = ŷ - y \\text{ up to a factor of 2}", "words-unread"),
        ("∂J/∂z = ŷ - y (since ŷ > 2)", "words-unread"),
        ("仅当 y = 1 时：∂J/∂z = ŷ - y", "condition-unread"),
    ],
)
def test_what_words_claim_is_not_dropped(line, message):
    """Where it cannot be judged, the line is not read; without the words it is right."""
    assert found(LOGISTIC, line) == (Outcome.UNREADABLE, message, 1)
    assert right(LOGISTIC, "∂J/∂z = ŷ - y （两边约去 ŷ）")


@pytest.mark.parametrize("sign", ["≤", "≥", "≈", "\\le", "\\approx", "≠", "<="])
def test_a_step_that_compares_otherwise_is_told_to_be_an_equation(sign):
    """What is wrong elsewhere is told as before."""
    assert found(LOGISTIC, f"∂J/∂z {sign} ŷ - y") == (Outcome.UNREADABLE, "step-not-equal", 1)
    assert found(LOGISTIC, "∂J/∂z = ŷ ± y")[:2] == (Outcome.UNREADABLE, "sign-unknown")
