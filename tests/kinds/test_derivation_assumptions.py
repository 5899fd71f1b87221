"""A line that is false in general but true under an assumption: it does not follow, and the assumption is named."""

import pytest

from interview_drill.feedback import speak
from interview_drill.formula.scope import Declaration
from interview_drill.kinds.derivation import Assumption, Density, Goal, Milestone, Route, Task
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

NAMES = {"en": "that", "zh": "它"}
TASK = Task(
    symbols={
        "C": Declaration("size"),
        "z": Declaration("array", ("C",)),
        "p": Declaration("array", ("C",), range="positive"),
        "y": Declaration("scalar", range="unit"),
        "b": Declaration("scalar"),
        "t": Declaration("scalar"),
        "i": Declaration("index", ("C",)),
        "k": Declaration("index", ("C",)),
        "a": Declaration(value="\\frac{e^{z_k}}{\\sum_j e^{z_j}}", parameters=("k",)),
        "f": Declaration(value="t + b"),
        "m": Declaration(value="\\sum_k z_k"),
    },
    goals=(Goal(("f = b + t",)),),
    milestones={"one": Milestone(("f = t + b",), NAMES), "two": Milestone(("m = m",), NAMES)},
    routes=(Route(("one", "two"), "f = t + b"),),
    assumptions={
        "centred": Assumption(
            {"en": "the inputs are all equal to 1", "zh": "输入全为 1"},
            symbols={"z": Declaration(value="1", parameters=("k",), shape=("C",))},
        ),
        "late": Assumption({"en": "the time is at least 2", "zh": "时间不小于 2"}, conditions=("t \\ge 2",)),
    },
)
MEANS = Task(
    symbols={"mu": Declaration("scalar"), "sigma": Declaration("scalar", range="positive"), "z": Declaration("scalar")},
    distributions={"q": Density("z", "\\mu", "\\sigma^2")},
    goals=(Goal(("E_q[z^2] = \\mu^2 + \\sigma^2",)),),
    milestones={},
    routes=(Route((), ""),),
)
ASKED = question("derivation", TASK, wrong("index-lost", "\\frac{\\partial a_k}{\\partial z_i} = -a_k a_i"))


@pytest.mark.parametrize(
    ("text", "message", "left", "right"),
    [
        ("\\frac{\\partial a_k}{\\partial z_i} = a_k (1 - a_k)", "needs-equal", "k", "i"),
        ("\\frac{\\partial z_k}{\\partial z_i} = 0", "needs-unequal", "k", "i"),
        ("|b| = b", "needs-positive", "b", None),
        ("\\sum_k p_k = 1", "needs-simplex", "p", None),
        ("y^2 = y", "needs-binary", "y", None),
        ("f = t", "needs-value", "b", "0"),
        ("f = b t + b", "needs-value", "b", "1"),
        ("f = 2t + 3b", None, None, None),
    ],
)
def test_an_assumption_is_named(text, message, left, right):
    """The weakest that does, whatever definition it hides in; without one only the counterexample is told."""
    found = judged(ASKED, text)
    assert found.outcome is Outcome.INCORRECT and found.evidence[0].facts["line"] == 1
    named = [one for one in found.evidence if one.message.startswith("needs")]
    told = [(one.message, one.facts["left"], one.facts["right"]) for one in named]
    assert told == ([(message, left, right)] if message else [])


@pytest.mark.parametrize(("text", "name"), [("m = C", "centred"), ("max(t, 2) = t", "late")])
def test_a_declared_assumption_is_told_in_its_author_s_words(text, name):
    """By what it makes of a symbol, or by a condition."""
    found = judged(ASKED, text)
    assert found.outcome is Outcome.INCORRECT and found.evidence[1].facts["assumption"] == name
    assert TASK.assumptions[name].text["en"] in speak(found, ASKED, "en").lines[1]
    assert TASK.assumptions[name].text["zh"] in speak(found, ASKED, "zh").lines[1]


def test_what_the_question_grants_needs_no_word():
    """A declared range is an assumption that may be used."""
    assert judged(ASKED, "\\sum_k a_k = 1").outcome is Outcome.PARTIAL


def test_where_nearly_everything_is_equal_nothing_is_named():
    """b times anything is 0 at b = 0: that says nothing."""
    found = judged(ASKED, "b t = b t^2 + 3 b")
    assert [one.message for one in found.evidence] == ["step-false"]


def test_an_author_s_note_says_more():
    """A known slip is named by its note alone."""
    found = judged(ASKED, "\\frac{\\partial a_k}{\\partial z_i} = -a_k a_i")
    assert found.misconception == "index-lost" and [one.message for one in found.evidence] == ["step-false"]


def test_a_density_has_quantities_too():
    """The second moment is the variance where the mean is 0."""
    named = judged(question("derivation", MEANS), "E_q[z^2] = \\sigma^2").evidence[1]
    assert (named.message, named.facts["left"], named.facts["right"]) == ("needs-value", "μ", "0")
