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
