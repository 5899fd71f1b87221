"""Choice: ids decide, whatever the keyboard made of them."""

import pytest

from interview_drill.kinds import kind
from interview_drill.kinds.choice import Option, Task
from interview_drill.verdict import Outcome

from .asking import judged, question


def option(text):
    return Option({"en": text, "zh": text}, {"en": f"because {text}", "zh": f"因为{text}"})


OPTIONS = {"both": option("x"), "up-to-one": option("y"), "none": option("z"), "all": option("w")}
ONE = question("choice", Task(OPTIONS, "both"))
TWO = question("choice", Task(OPTIONS, ("both", "up-to-one")))


@pytest.mark.parametrize("text", ["both", " Both\n", "ＢＯＴＨ"])
def test_the_right_option_is_right(text):
    """Letter case, width and spaces are of no account; the reason is told."""
    found = judged(ONE, text)
    assert found.outcome is Outcome.CORRECT and found.score == 1
    assert found.evidence[0].facts["why"]["en"] == "because x"


@pytest.mark.parametrize("text", ["none", "up-to-one"])
def test_a_wrong_option_is_its_own_misconception(text):
    """Its reason is the note."""
    found = judged(ONE, text)
    assert found.outcome is Outcome.INCORRECT and found.misconception == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "answer-empty"),
        ("bth", "id-unknown-near"),
        ("something else", "id-unknown"),
        ("both none", "choice-one-only"),
        ("both both", "id-twice"),
    ],
)
def test_what_is_no_option_is_no_attempt(text, message):
    """Unreadable, with what to type."""
    found = judged(ONE, text)
    assert found.outcome is Outcome.UNREADABLE and found.evidence[0].message == message


@pytest.mark.parametrize(
    ("text", "outcome", "score"),
    [
        ("both\nup-to-one", Outcome.CORRECT, 1.0),
        ("up-to-one，both", Outcome.CORRECT, 1.0),
        ("both", Outcome.PARTIAL, 0.5),
        ("both none", Outcome.INCORRECT, 0.0),
        ("both up-to-one none", Outcome.INCORRECT, 0.0),
    ],
)
def test_several_keys(text, outcome, score):
    """All of them, in any order, and nothing else; some of them are worth their share."""
    found = judged(TWO, text)
    assert (found.outcome, found.score) == (outcome, score)


def test_the_place_of_an_unknown_id_is_marked():
    """So that a caret can be drawn."""
    facts = judged(ONE, "  nonsense").evidence[0].facts
    assert (facts["at"], facts["end"], facts["text"]) == (2, 10, "  nonsense")


def test_a_key_that_does_not_stand_first_is_a_fault():
    """A slip in the key must show somewhere."""
    swapped = question("choice", Task(OPTIONS, "none"))
    assert [mistake.message for mistake in kind("choice").faults(swapped)] == ["fault-key-not-first"]
    assert not list(kind("choice").faults(ONE))
