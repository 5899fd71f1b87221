"""Each rule for reading an answer, with answers on both sides of the line, judged through the shipped bank."""

from pathlib import Path

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.kinds import Settings
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

TABLE = Path(__file__).parent / "rules.txt"

OUTCOMES = {"right": Outcome.CORRECT, "wrong": Outcome.INCORRECT, "unreadable": Outcome.UNREADABLE}


def rows():
    """(rule, outcome, question, answer)"""
    rule = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            rule = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            wanted, question, answer = line.split(maxsplit=2)
            yield rule, wanted, question, answer.replace("⏎", "\n")


@pytest.fixture(scope="module")
def bank():
    return open_bank()


@pytest.mark.parametrize(("rule", "wanted", "question", "answer"), list(rows()))
def test_a_rule_holds_on_both_sides(bank, rule, wanted, question, answer):
    """Right, wrong or unreadable, as the rule says."""
    found = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1))
    assert found.outcome is OUTCOMES[wanted], (rule, found)


def test_every_rule_has_both_sides():
    """A table that only accepts, or only refuses, draws no line."""
    sides = {}
    for rule, wanted, *_ in rows():
        sides.setdefault(rule, set()).add(wanted == "right")
    one_sided = {rule for rule, found in sides.items() if len(found) == 1}
    assert one_sided <= {"counts: a mirrored convention is another answer"}


def test_a_false_left_hand_side_earns_no_note(bank):
    """What is wrong is only the name on the left: no idea about the answer is to blame."""
    found = kinds.judge(bank.question("sigmoid-formula"), Answer("\\sigma(-x) = 1/(1+e^{-x})"), Settings(seed=1))
    assert found.misconception is None and found.evidence[0].facts["part"] == 1


def test_another_order_of_joining_is_told(bank):
    """[x, h] counts, and the learner hears that the columns are permuted."""
    answer = Answer("\\sigma(W_f [x_t, h_{t-1}] + b_f)")
    found = kinds.judge(bank.question("lstm-forget-gate"), answer, Settings(seed=1))
    assert [one.message for one in found.evidence if one.message == "form-note"]


@pytest.mark.parametrize("answer", ["np.exp(" * 18 + "x" + ")" * 18, "e^{10^9 x^2+10^9}", "1/0", "x/0", "10^{29^{29}}"])
def test_what_is_infinite_everywhere_agrees_with_nothing(bank, answer):
    """Infinity is close to no number: an answer that overflows at every point is never accepted."""
    found = kinds.judge(bank.question("sigmoid-formula"), Answer(answer), Settings(seed=1))
    assert found.outcome is not Outcome.CORRECT


@pytest.mark.parametrize(("question", "answer"), [
    ("softmax-formula", "softmax(z)"), ("softmax-formula", "scipy.special.softmax(z)[k]"), ("silu-formula", "silu(x)"),
    ("silu-formula", "F.silu(x)"), ("sigmoid-formula", "expit(x)"),
])  # fmt: skip
def test_a_library_function_is_asked_for_its_inside(bank, question, answer):
    """The right call is right, and no formula was written: the next thing to do is told."""
    found = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1))
    assert found.outcome is Outcome.CORRECT
    assert "note-library-name" in [one.message for one in found.evidence]


@pytest.mark.parametrize(("question", "answer"), [
    ("kl-formula", "scipy.special.rel_entr(Q, P).sum()"), ("silu-formula", "torch.relu(x)"),
])  # fmt: skip
def test_only_a_right_library_function_is_called_right(bank, question, answer):
    """A function that computes something else is not "the right function"."""
    found = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1))
    assert found.outcome is Outcome.INCORRECT
    assert "note-library-name" not in [one.message for one in found.evidence]


@pytest.mark.parametrize(("question", "answer", "named"), [
    ("ce-formula", r"\sum_{i=1}^{\log C}y_i", "log C"), ("l2-formula", r"L+\lambda(w+w)^2", "w + w"),
    ("attention-formula", "q^T + K", ["qᵀ", "K"]), ("softmax-formula", "(z+1)[0,1]", "z + 1"),
    ("softmax-formula", "np.exp(z)/np.sum(np.exp(z), axis=2)", "eᶻ"),
    ("attention-formula", "np.average(V, axis=1, weights=np.exp(K @ q / np.sqrt(d)))", ["V", "exp(Kq/√d)"]),
    ("attention-formula", "K[:, None] @ V", "[:, None]"),
    ("softmax-formula", "[np.exp(z) for j in range(C)]", "eᶻ"),
    ("softmax-gradient", "J = np.zeros((C, C))\nJ", "(C, C)"),
])  # fmt: skip
def test_an_error_names_what_was_typed(bank, question, answer, named):
    """Never a node of the tree by its own name (`apply`, `plus`)."""
    found = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1))
    facts = found.evidence[0].facts
    assert found.outcome is Outcome.UNREADABLE
    assert next(facts[one] for one in ("names", "name", "typed") if one in facts) == named


@pytest.mark.parametrize(("question", "answer", "message", "named"), [
    ("infonce-formula", r"-\log\frac{e^{q k_+/\tau}}{\sum_j e^{r\cdot k_j/\tau}}", "name-undeclared-near", "r"),
    ("lstm-forget-gate", r"\sigma(W_f[h_{t-1},x_t]+c)", "name-undeclared", "c"),
    ("lstm-forget-gate", r"\sigma(W_f(h_{t-1}+x_t)+b_f)", "shapes-do-not-fit", None),
])  # fmt: skip
def test_the_form_that_reads_furthest_tells_its_error(bank, question, answer, message, named):
    """`q` is no undeclared name where another form of the key declares it."""
    (told, *_) = kinds.judge(bank.question(question), Answer(answer), Settings(seed=1)).evidence
    assert (told.message, told.facts.get("name")) == (message, named)
