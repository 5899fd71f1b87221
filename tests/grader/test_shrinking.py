"""A failing vector is shown as small as its recipe allows, and only if it still fails in the same way."""

import numpy as np
import pytest
from msgspec.structs import replace

from interview_drill.grader.recipes import Vector, draw
from interview_drill.grader.shrinking import shrunk, smaller
from interview_drill.grader.task import Cell, Draw, Examination, Recipe
from tests.grader.programs import run

SQUARES = Examination(
    entry="squares",
    signature="squares(x)",
    returns="array",
    key="def squares(x): return x ** 2",
    recipes=(Recipe("some", {"x": Draw(normal=(0, 2), shape=("N", "D"))}, {"N": (2, 9), "D": (1, 9)}, times=1),),
)


def shown(source, task=SQUARES, seed=3):
    """(the facts as first found, the facts after shrinking)."""
    report = run(source, task, seed)
    return report.findings[0].facts, shrunk(task, source, report).findings[0].facts


def vector(recipe, seed=5):
    return draw((recipe,), seed)[0]


def test_rows_and_columns_go_down_to_the_least_of_the_recipe():
    """2 x 1 is the smallest this recipe has; the facts are those of the small vector, with few digits."""
    first, last = shown("def squares(x): return x ** 3")
    assert "shape" in first["inputs"]
    inputs = np.array(eval(last["inputs"].removeprefix("x = ")))
    assert inputs.shape == (2, 1)
    assert np.array_equal(inputs, np.round(inputs, 1))
    place = tuple(last["index"])
    assert float(last["got"]) == pytest.approx(inputs[place] ** 3)
    assert float(last["wanted"]) == pytest.approx(inputs[place] ** 2)


def test_what_the_small_vector_does_not_show_is_told_on_the_large_one():
    """A program that is right on every smaller input."""
    task = replace(SQUARES, recipes=(replace(SQUARES.recipes[0], sizes={"N": (2, 9), "D": 9}),))
    rows = vector(task.recipes[0], seed=3).sizes["N"]
    first, last = shown(f"def squares(x): return x ** 2 + (len(x) >= {rows})", task, seed=3)
    assert rows > 2
    assert f"({rows}, 9)" in first["inputs"] and f"({rows}, 9)" in last["inputs"]


def test_another_fault_is_no_smaller_case_of_this_one():
    """Wrong numbers on large inputs are not explained by an exception on small ones."""
    rows = vector(SQUARES.recipes[0], seed=3).sizes["N"]
    source = f"def squares(x):\n    assert len(x) >= {rows}\n    return x * 2"
    report = run(source, SQUARES, seed=3)
    found = shrunk(SQUARES, source, report).findings[0]
    assert report.findings[0].message == found.message == "wrong-value"
    assert "got" in found.facts and "error" not in found.facts


def test_sums_of_sizes_lose_the_right_entries():
    """In H+D the rows of H come first: where H shrinks, its own entries go."""
    recipe = Recipe(
        "step",
        {"h": Draw(normal=(0, 1), shape=("H",)), "v": Draw(normal=(0, 1), shape=("H+D",))},
        {"H": (1, 5), "D": (2, 6)},
        times=1,
    )
    whole = Vector(recipe, ("h", "v"), (np.arange(5.0), np.arange(10.0)), {"H": 5, "D": 5})
    cuts = [each for each in smaller(whole) if each.sizes == {"H": 1, "D": 2}]
    assert cuts
    for cut in cuts:
        assert cut.inputs[0].shape == (1,)
        assert cut.inputs[1].shape == (3,)
        assert cut.inputs[1][0] == cut.inputs[0][0]
        assert np.all(cut.inputs[1][1:] >= 5)


@pytest.mark.parametrize(
    "argument",
    [
        Draw(simplex=True, shape=("N",)),
        Draw(one_hot=True, shape=(3, "N")),
        Draw(normal=(0, 1), shape=("N",), set=(Cell((1,), 0.0),)),
        Draw(normal=(0, 1), shape=("N-1",)),
    ],
)
def test_what_a_distribution_or_a_cell_needs_is_not_dropped(argument):
    """Half a distribution sums to no 1; a cell that is gone cannot be set."""
    recipe = Recipe("r", {"x": argument}, {"N": (3, 9)}, times=1)
    found = vector(recipe)
    assert all(each.inputs[0].shape == found.inputs[0].shape for each in smaller(found))


def test_a_distribution_loses_whole_rows_and_keeps_its_numbers():
    """Rounded probabilities would not sum to 1."""
    recipe = Recipe("r", {"x": Draw(simplex=True, shape=("N", 3))}, {"N": (1, 9)}, times=1)
    cuts = smaller(vector(recipe))
    assert min(len(each.inputs[0]) for each in cuts) == 1
    assert all(np.allclose(each.inputs[0].sum(1), 1) for each in cuts)


def test_conditions_hold_for_smaller_sizes_too():
    """What a recipe never draws is never shown."""
    recipe = Recipe(
        "r", {"x": Draw(normal=(0, 1), shape=("N", "D"))}, {"N": (2, 9), "D": (2, 9)}, times=1, conditions=("N > D",)
    )
    for seed in range(5):
        found = smaller(vector(recipe, seed))
        assert all(each.inputs[0].shape[0] > each.inputs[0].shape[1] for each in found)


def test_rounding_makes_no_zeros_no_ties_and_leaves_no_range():
    """A kink or a tie that the recipe would never draw says nothing about the learner's program."""
    recipe = Recipe("r", {"x": Draw(normal=(0, 0.001), shape=(4,)), "y": Draw(uniform=(0.996, 0.999))}, times=1)
    found = vector(recipe)
    assert all(each.inputs[0] is found.inputs[0] and each.inputs[1] == found.inputs[1] for each in smaller(found))


def test_a_named_edge_case_is_shown_as_it_is():
    """It is small already, and its numbers are its point."""
    assert smaller(vector(Recipe("r", {"x": Draw(value=[1.25, 2.75])}))) == ()


def test_a_right_answer_and_a_dead_one_are_left_alone():
    """Nothing to show, or nobody to ask."""
    for source in (SQUARES.key, "import os\ndef squares(x): os._exit(1)", "1 / 0"):
        report = run(source, SQUARES)
        assert shrunk(SQUARES, source, report) is report
