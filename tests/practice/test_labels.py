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


OPTIONS = ("over-n", "over-d", "under", "none")
SAID = {
    "over-n": ("Over $N$", "Over N"),
    "over-d": ("Over $-N$", "Over −N", "在 N 上"),
    "under": ("Both", "都是"),
    "none": ("both.", "都不是"),
}


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("(4)", "none"),
        ("（４）", "none"),
        ("option 4", "none"),
        ("Option D", "none"),
        ("Answer: 4", "none"),
        ("the answer is (4).", "none"),
        ("选Ａ", "over-n"),
        ("选4", "none"),
        ("我选 4。", "none"),
        ("答案：1", "over-n"),
        ("答案是第二个", "over-d"),
        ("4号", "none"),
        ("第四个", "none"),
        ("第4个选项", "none"),
        ("1) Over N", "over-n"),
        ("a. over n", "over-n"),
        ("Over $N$", "over-n"),
        ("Over N.", "over-n"),
        ("2 在 N 上", "over-d"),
        ("都不是", "none"),
    ],
)
def test_an_option_may_be_called_or_quoted(typed, id):
    """By its number with words around it, or in its own words."""
    assert as_ids(typed, OPTIONS, SAID) == id


@pytest.mark.parametrize(
    "typed",
    ["不选4", "not 4", "all but 4", "2) Over N", "Over", "both", "第五个", "option", "4 or 1", "选1不选4", "除了4"],
)
def test_what_says_something_else_names_nothing(typed):
    """A number with another option's words, half of them, words of two options, a denial: all is left to be refused."""
    assert not set(as_ids(typed, OPTIONS, SAID).split("\n")) <= set(OPTIONS)


@pytest.mark.parametrize("typed", ["第四个", "4号", "both"])
def test_an_order_is_told_in_numbers(typed):
    """One step is no order, whatever it is called."""
    assert len(as_ids(typed, OPTIONS).split("\n")) == 1


def test_a_number_is_not_taken_apart():
    """10 is not the first option, which says 0."""
    said = {"zero": ("0",), "one": ("1 step",), "two": ("2 steps",)}
    assert as_ids("10", tuple(said), said) == "10" and as_ids("1) 0", tuple(said), said) == "zero"
    assert as_ids("2. 1 step", tuple(said), said) == "one"
