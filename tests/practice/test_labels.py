"""What is typed for options and steps: numbers as shown, letters, ids, in any separators."""

import pytest

from interview_drill.practice.labels import as_ids, numbered

ORDER = ("has-bias", "vanishes", "a", "explodes")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1", "has-bias"),
        ("２", "vanishes"),
        ("vanishes", "vanishes"),
        ("Vanishes ", "vanishes"),
        ("has-bias", "has-bias"),
        ("a", "a"),
        ("B", "vanishes"),
        ("1 3", "has-bias\na"),
        ("2，1", "vanishes\nhas-bias"),
        ("2-1-4-3", "vanishes\nhas-bias\nexplodes\na"),
        ("2 -> 1", "vanishes\nhas-bias"),
        ("4321", "explodes\na\nvanishes\nhas-bias"),
        ("1、2、3、4", "has-bias\nvanishes\na\nexplodes"),
        ("1)", "has-bias"),
        ("9", "9"),
        ("has_bias", "has_bias"),
    ],
)
def test_an_answer_becomes_ids(typed, ids):
    """What names nothing passes on, for the kind to refuse."""
    assert as_ids(typed, ORDER) == ids


def test_numbers_start_at_one():
    """As people count."""
    assert numbered(("x", "y")) == [("1", "x"), ("2", "y")]
