"""Number: values decide, within the declared tolerance."""

import pytest

from interview_drill.kinds.number import Task
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

HALF = question("number", Task("1/2"), wrong("doubled", "1"))
MEGABYTES = question("number", Task("1.5", unit="MB"))
LOG = question("number", Task(r"\log 2", tolerance=1e-3))


@pytest.mark.parametrize("text", ["0.5", "1/2", "2/4", "5e-1", r"\frac{1}{2}", "50%", "０．５", "sqrt(1/4)", "2**-1"])
def test_equal_values_are_right(text):
    """Numbers and expressions in any notation."""
    assert judged(HALF, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("text", "message", "misconception"),
    [
        ("0.51", "number-wrong", None),
        ("0.500001", "number-wrong", None),
        ("-0.5", "number-negated", None),
        ("2", "number-reciprocal", None),
        ("1", "number-wrong", "doubled"),
    ],
)
def test_other_values_are_wrong(text, message, misconception):
    """What is plain to see about them is said."""
    found = judged(HALF, text)
    assert found.outcome is Outcome.INCORRECT
    assert (found.evidence[0].message, found.misconception) == (message, misconception)


@pytest.mark.parametrize("text", ["", "half", "x", "1/0", "1 2 +"])
def test_what_is_no_number_is_no_attempt(text):
    """Unreadable."""
    assert judged(HALF, text).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("text", ["1.5", "1.5 MB", "1.5mb", "3/2 MB"])
def test_a_unit_may_stand_behind(text):
    """And need not."""
    assert judged(MEGABYTES, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(("text", "outcome"), [("0.693", Outcome.CORRECT), ("0.69", Outcome.INCORRECT)])
def test_the_tolerance_is_the_authors(text, outcome):
    """Relative to the key."""
    assert judged(LOG, text).outcome is outcome


ODDS = question("number", Task("8.17", tolerance=0.005, units={"en": ("times", "x"), "zh": ("倍",)}))
WHOLE = question("number", Task("1856"))
POWER = question("number", Task("3^6"), wrong("product", "3 * 6"))


@pytest.mark.parametrize(
    "text",
    ["8.17 times", "8.17倍", "8.17x", "8.17 X", "≈8.17", "约 8.17", "about 8.17 times", "e^{2.1} 倍"],
)
def test_words_around_a_number_are_of_no_account(text):
    """Those that the question declares behind it, in either language, and words for about before it."""
    assert judged(ODDS, text).outcome is Outcome.CORRECT


def test_other_words_are_told_that_only_the_number_is_asked_for():
    found = judged(ODDS, "8.17 apples")
    assert found.outcome is Outcome.UNREADABLE and found.evidence[0].message == "number-only"


@pytest.mark.parametrize("text", ["1,856", "1856", "１，８５６", "29 * 64", "1,800 + 56"])
def test_thousands_may_be_set_apart(text):
    assert judged(WHOLE, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("asked", "text", "outcome"),
    [
        (POWER, "3⁶", Outcome.CORRECT),
        (POWER, "36", Outcome.INCORRECT),
        (HALF, "2⁻¹", Outcome.CORRECT),
        (HALF, "(1/√2)²", Outcome.CORRECT),
    ],
)
def test_raised_digits_are_exponents(asked, text, outcome):
    """They are not digits of a longer number."""
    assert judged(asked, text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("50%", Outcome.CORRECT),
        ("100%-50%", Outcome.CORRECT),
        ("150%/3", Outcome.CORRECT),
        ("50 percent", Outcome.CORRECT),
        ("百分之50", Outcome.CORRECT),
        ("0.25+25%", Outcome.CORRECT),
        ("25+25%", Outcome.INCORRECT),
        ("1%", Outcome.INCORRECT),
        ("5 % 2", Outcome.INCORRECT),
    ],
)
def test_a_per_cent_sign_belongs_to_its_number(text, outcome):
    """Before another operand it is Python's remainder."""
    found = judged(HALF, text)
    assert found.outcome is outcome or (text == "5 % 2" and found.outcome is Outcome.UNREADABLE)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("2/4 = 0.5", Outcome.CORRECT),
        ("0.5 = 0.9", Outcome.INCORRECT),
        ("0.9 = 0.5", Outcome.INCORRECT),
        ("p = 1/2", Outcome.CORRECT),
        ("w* = 0.5", Outcome.CORRECT),
        ("σ²/τ² = 0.4", Outcome.INCORRECT),
        ("1/2 ≈ 0.5", Outcome.CORRECT),
    ],
)
def test_every_part_of_a_chain_is_judged(text, outcome):
    """Only a name on its left is not."""
    assert judged(HALF, text).outcome is outcome


def test_what_can_be_read_in_two_ways_wants_brackets():
    """log of a quotient, or a log divided?"""
    assert judged(LOG, "log 8/4").evidence[0].message == "add-brackets"
    assert judged(LOG, "log(8/4)").outcome is Outcome.CORRECT
    assert judged(LOG, "ln2 - 0").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "text", ["w = 1/2", "w* = 0.5", "w_1 = 1/2", "f(-1) = 0.5", "a²/b² = 0.5", "log-odds = 1/2", "概率 = 0.5"]
)
def test_a_name_may_stand_on_the_left(text):
    """It says nothing that could be wrong."""
    assert judged(HALF, text).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    "text", ["2w = 1/2", "-w = 1/2", "w/2 = 0.5", "w - 1 = 0.5", "w² = 0.5", "|w| = 0.5", r"\sqrt{w} = 0.5", "w != 1/2"]
)
def test_what_is_worked_on_the_left_is_no_name(text):
    """2w = 1/2 says that w is a quarter."""
    assert judged(HALF, text).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("text", ["1 < 2", "2 != 3", "exp(-3) <= 1"])
def test_a_condition_is_no_number(text):
    """Though Python counts it as 1."""
    assert judged(question("number", Task("1")), text).outcome is Outcome.UNREADABLE


def test_a_decimal_comma_is_no_thousand():
    """`0,193` is nobody's 193."""
    assert judged(question("number", Task("193")), "0,193").outcome is Outcome.UNREADABLE
