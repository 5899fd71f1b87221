"""A line does not count for what no point tests: terms and factors that float64 cannot see, cases far from every point.

Each accepted derivation with such a thing at the end of each line in turn; with FULL=1 ten times as many.
"""

import os
import random
import re

import pytest

from interview_drill.bank import open_bank
from interview_drill.feedback import speak
from interview_drill.kinds.derivation import step
from interview_drill.verdict import Outcome

from .asking import judged
from .test_derivation import ASKED

FULL = bool(os.environ.get("FULL"))
EACH = 120 if FULL else 12
"""Lines a question."""
SEED = 20_261_129
BANK = open_bank()
QUESTIONS = [entry.id for entry in BANK.index() if entry.kind == "derivation"]
TINY = (
    r" + e^{-40}",
    r" + 10^{-300}",
    r" + 0.00000000000000000001",
    r" + e^{-e^{2+2}}",
    r" \cdot (1 + 10^{-20})",
    r" \cdot \tanh(e^{2+2})",
)
FAR = (r" + \min(0, %s + 10^9)", r" + \mathbb{1}[%s > 10^9]", r" + e^{-10^6 (%s - 31.7)^2}")
END = re.compile(r"\s*(?:\\\\)?\s*$")


def quantity(task):
    """An entry of something that may have any real value; None where all that is declared is bounded."""
    for name, one in task.symbols.items():
        if one.type in ("scalar", "array") and one.range == "real" and name not in task.internal:
            return f"{name}_{{{','.join('1' * len(one.shape))}}}" if one.shape else name
    return None


def additions(task):
    real = quantity(task)
    return (*TINY, *(far % real for far in FAR if real))


def cases(asked):
    """(text, number of the changed line, that line); those with layout of their own are left as they are."""
    found = []
    for text in (*(route.answer for route in asked.task.routes), *asked.task.accepted):
        lines = text.strip().split("\n")
        for place, line in enumerate(lines):
            at = END.search(line).start()
            for added in additions(asked.task) if "{align" not in line else ():
                changed = line[:at] + added + line[at:]
                found.append(("\n".join([*lines[:place], changed, *lines[place + 1 :]]), place + 1, changed))
    random.Random(SEED).shuffle(found)
    return found[:EACH]


def is_credited(verdict, number):
    """Whether a line counts that is not proved: 0 \\cdot (1 + 10^{-20}) is 0."""
    if verdict.outcome is Outcome.CORRECT:
        return any(one["method"] != "proved" for one in verdict.evidence[0].facts["steps"] if one["line"] == number)
    return verdict.outcome is Outcome.PARTIAL


@pytest.mark.parametrize("id", QUESTIONS)
def test_what_no_point_tests_is_not_credited(id):
    """Undecided, or refused for another reason (an argmin in a product, a sum whose body it joins)."""
    asked, undecided = BANK.question(id), 0
    tried = cases(asked)
    for text, number, line in tried:
        verdict = judged(asked, text)
        assert not is_credited(verdict, number), line
        undecided += verdict.outcome is Outcome.UNDECIDED and verdict.evidence[0].message == "step-unseen"
    assert undecided >= len(tried) / 2


def test_a_change_is_defined_wherever_the_line_is():
    """By w it is made of a sum of squares: a norm has no slope at 0, and a point there would seem to tell."""
    asked = BANK.question("regularization-map-derivation")
    line = r"NLL(w) = \frac{1}{2\sigma^2}\sum_k (y_k - w^T x_k)^2 + c"
    assert judged(asked, line).evidence[0].message != "step-unseen"
    assert judged(asked, line + r" + e^{-e^{2+2}}").evidence[0].message == "step-unseen"


def named(text):
    """(outcome, message, step)"""
    found = judged(ASKED, text)
    return found.outcome, found.evidence[0].message, found.evidence[0].facts.get("step")


REST = "\ndf/dv = 1/v\ndv/du = 3u^2\ndu/dx = 2x\ndf/dx = 6x/(x^2+1)"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("u = x^2 + 1 + e^{-40}" + REST, 1),
        ("u + e^{-40} = x^2 + 1 + e^{-60}" + REST, 1),
        # The head's term is remembered where the chain goes on.
        ("u + e^{-40} = u + e^{-40}\n= x^2 + 1" + REST, 2),
        # Hidden in names of one's own, which are true by definition.
        ("s = x^2 + 1 + e^{-40}\nu = s" + REST, 1),
        ("s = 10^{-20}\nu = x^2 + 1 + s" + REST, 1),
        ("s = 1 + 10^{-7}\nu = (x^2 + 1)(1 + (s - 1)(s - 1))" + REST, 2),
        ("du/dx = \\frac{d}{dx}(x^2 (1 + 10^{-20}))" + REST, 1),
        # Digits that no point tells from others.
        ("f = \\frac{\\log v}{\\log 2.718281828459045}" + REST, 1),
        # By names alone: at most e^{-3814279}.
        ("u = x^2 + 1 + e^{-e^{e^{e^{e^{\\sigma(x)}}}}}" + REST, 1),
    ],
)
def test_what_hides_in_a_line_is_found(text, line):
    """On either side, in a definition, below a derivative."""
    assert named(text) == (Outcome.UNDECIDED, "step-unseen", line)


@pytest.mark.parametrize(
    "text",
    [
        "u + e^{-40} - e^{-40} = x^2 + 1" + REST,
        "u = x^2 + 0 x^3 + 1^{40}" + REST,
        "u = \\frac{7}{7}x^2 + \\sqrt{12345^2}/12345" + REST,
        "s = x^2 + 10^{-3}\nu = s + 0.999" + REST,
        "du/dx = \\frac{d}{dx}(x^2 + 12345)" + REST,
    ],
)
def test_what_is_felt_or_proved_counts(text):
    """Numbers of one's own are no fault where points test them, or where SymPy shows that they come to nothing."""
    assert named(text)[0] is Outcome.CORRECT


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("residual-gradient", r"x_L = x_l + \sum_{i=l}^{L-1} F_i(x_i) + [L = 77]"),
        ("residual-gradient", r"x_L = x_l + \sum_{i=l}^{L-1} F_i(x_i) + [L > 4]"),
        ("ce-softmax-gradient", r"\log \hat{y}_k = z_k - \log \sum_j e^{z_j} + [C - 4 = 4]"),
        ("ce-softmax-gradient", r"\log \hat{y}_k = z_k - \log \sum_j e^{z_j} + [k > 9]"),
    ],
)
def test_a_case_of_large_sizes_is_not_proved_at_small_ones(id, line):
    """Also where the size is one made of others: L stands for M + 2, and M is 1 or 2."""
    found = step(BANK.question(f"{id}-derivation"), (), line).verdict
    assert (found.outcome, found.evidence[0].message) == (Outcome.UNDECIDED, "step-unseen")


def test_beside_a_mean_of_zero_a_leaf_is_no_trouble():
    """What multiplies E[z - μ] could be anything; what float64 cannot see still shows as that."""
    asked = BANK.question("kl-gaussian-derivation")
    line = r"E_q[z^2] = E_q[(z-\mu)^2] + 2\mu E_q[z-\mu] + \mu^2"
    assert step(asked, (), line).verdict.outcome is Outcome.CORRECT
    assert step(asked, (), line + " + e^{-40}").verdict.outcome is Outcome.UNDECIDED
    assert step(asked, (), line + r" + e^{-40} E_q[z-\mu]").verdict.outcome is Outcome.UNDECIDED


def test_line_by_line_it_is_told_as_well():
    """The line stands, for nobody can say that it is false; the whole stays undecided."""
    found = step(ASKED, (), "u = x^2 + 1 + e^{-40}")
    assert found.verdict.outcome is Outcome.UNDECIDED and found.verdict.evidence[0].message == "step-unseen"
    for line in ("df/dv = 1/v", "dv/du = 3u^2", "du/dx = 2x", "df/dx = 6x/(x^2+1)"):
        found = step(ASKED, found.stands, line)
    assert not found.arrived


def test_it_is_said_in_both_languages():
    verdict = judged(ASKED, "u = x^2 + 1 + e^{-40}")
    for language in ("en", "zh"):
        assert "1" in speak(verdict, ASKED, language).lines[0]
