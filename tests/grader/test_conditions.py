"""A recipe's sizes meet its conditions."""

import pytest

from interview_drill.errors import SandboxError
from interview_drill.grader.conditions import holds
from interview_drill.grader.recipes import draw
from interview_drill.grader.task import Draw, Recipe


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("H != W", True),
        ("H == W", False),
        ("H + 1 < W * 2", True),
        ("1 <= H <= W", True),
        ("W <= H", False),
        ("W % H == 1", True),
        ("H - W > 0", False),
        ("H >= 3 > W", False),
    ],
)
def test_comparisons_of_sizes(condition, expected):
    """Chained ones, sums, products and remainders."""
    assert holds(condition, {"H": 3, "W": 4}) is expected


@pytest.mark.parametrize("condition", ["H", "H +", "H < 1.5", "__import__('os')", "H in W", "f(H) < 1", ""])
def test_nothing_else_is_read(condition):
    """No part of a question is ever run outside the sandbox."""
    with pytest.raises(ValueError):
        holds(condition, {"H": 3, "W": 4})


def test_a_size_that_is_not_there_is_named():
    """For the author."""
    with pytest.raises(KeyError, match="K"):
        holds("H < K", {"H": 3})


def test_sizes_are_drawn_until_they_hold():
    """Squares hide swapped axes, so a recipe may rule them out."""
    recipe = Recipe(
        "r", {"x": Draw(normal=(0, 1), shape=("H", "W"))}, {"H": (2, 3), "W": (2, 3)}, times=20, conditions=("H != W",)
    )
    assert all(each.inputs[0].shape in ((2, 3), (3, 2)) for each in draw((recipe,), 1))


def test_conditions_that_never_hold_are_the_authors_mistake():
    """And no endless search."""
    with pytest.raises(SandboxError, match="oracle-failed"):
        draw((Recipe("r", {"x": Draw(normal=(0, 1))}, {"H": 2}, conditions=("H > 2",)),), 1)
