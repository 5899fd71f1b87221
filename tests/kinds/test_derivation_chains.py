"""Signs of proportion in a chain: each says what it says of the two sides that it stands between."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.kinds.derivation import step
from interview_drill.verdict import Outcome

ASKED = open_bank().question("regularization-map-derivation")
BELL = r"e^{-\frac{\|w\|^2}{2\tau^2}}"
DENSITY = rf"(2\pi\tau^2)^{{-n/2}} {BELL}"


def found(*lines):
    """The outcome of the last line, and its number where it is false."""
    step_ = step(ASKED, (), "\n".join(lines))
    return step_.verdict.outcome, step_.verdict.evidence[0].facts.get("line")


@pytest.mark.parametrize(
    "lines",
    [
        (rf"p(w) \propto {BELL} \propto 7 {BELL}",),
        (rf"p(w) = {DENSITY} \propto {BELL}", rf"= \frac{{2 {BELL}}}{{2}}"),
        (rf"p(w) \propto {BELL}", r"= e^{-\frac{\lambda}{2}\|w\|^2}"),
        (r"p(w|D) \propto p(D|w) p(w)", rf"= e^{{-NLL(w)}} p(w) \propto e^{{-NLL(w)}} {BELL}"),
    ],
)
def test_each_sign_holds_for_its_two_sides(lines):
    """Equal or proportional, in any order, over several lines."""
    assert found(*lines) == (Outcome.CORRECT, None)


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ((rf"p(w) \propto {BELL}", rf"= 7 {BELL}"), 2),
        ((rf"p(w) \propto {BELL} = 7 {BELL}",), 1),
        ((rf"p(w) = {BELL} \propto {BELL}",), 1),
        ((rf"p(w) = {DENSITY}", rf"\propto {BELL} = 3 {BELL}"), 2),
        ((rf"p(w) \propto {BELL}", r"\propto e^{-\frac{\|w\|^2}{\tau^2}}"), 2),
    ],
)
def test_an_equals_sign_is_none_of_proportion(lines, line):
    """Behind a sign of proportion as before it."""
    assert found(*lines) == (Outcome.INCORRECT, line)
