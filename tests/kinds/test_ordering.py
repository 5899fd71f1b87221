"""Ordering: the ids of all steps, in order."""

import pytest

from interview_drill.kinds import kind
from interview_drill.kinds.ordering import Task
from interview_drill.verdict import Outcome

from .asking import judged, question, wrong

STEPS = {"forward": {"en": "f", "zh": "前"}, "backward": {"en": "b", "zh": "后"}, "update": {"en": "u", "zh": "更"}}
ASKED = question("ordering", Task(STEPS, tuple(STEPS)), wrong("late", "forward\nupdate\nbackward"))


@pytest.mark.parametrize(
    "text",
    [
        "forward\nbackward\nupdate",
        "forward, backward, update",
        "Forward -> backward → update",
        "forward、backward、update",
    ],
)
def test_the_right_order(text):
    """However the ids are parted."""
    assert judged(ASKED, text).outcome is Outcome.CORRECT


def test_the_first_step_out_of_place_is_named():
    """And a misconception's order is recognised."""
    found = judged(ASKED, "forward update backward")
    assert found.outcome is Outcome.INCORRECT and found.misconception == "late"
    assert found.evidence[0].facts["place"] == 2 and found.evidence[0].facts["id"] == "update"
    assert judged(ASKED, "update backward forward").misconception is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "answer-empty"),
        ("forward backward", "ordering-missing"),
        ("forward forward update", "id-twice"),
        ("forward backward updates", "id-unknown-near"),
    ],
)
def test_an_incomplete_order_is_no_attempt(text, message):
    """Unreadable, with what is missing."""
    found = judged(ASKED, text)
    assert found.outcome is Outcome.UNREADABLE and found.evidence[0].message == message


def test_the_steps_stand_in_order_in_the_file():
    """So that a slip in the key shows."""
    swapped = question("ordering", Task(STEPS, ("update", "forward", "backward")))
    assert [mistake.message for mistake in kind("ordering").faults(swapped)] == ["fault-steps-not-in-order"]
    assert not list(kind("ordering").faults(ASKED))
