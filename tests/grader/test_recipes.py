"""Recipes give the vectors that they describe, and the same ones for the same seed."""

import numpy as np
import pytest

from interview_drill.grader.recipes import draw, extent
from interview_drill.grader.task import Cell, Draw, Recipe


def one(seed=1, sizes=None, **settings):
    (vector, *_) = draw((Recipe("r", {"x": Draw(**settings)}, sizes or {}),), seed)
    return vector.inputs[0]


def test_a_seed_repeats_a_run():
    """The printed seed is all that is needed to see a failure again."""
    recipes = (Recipe("r", {"x": Draw(normal=(0, 1), shape=("N",))}, {"N": (1, 9)}),)
    first, again, other = draw(recipes, 3), draw(recipes, 3), draw(recipes, 4)
    assert [v.inputs[0].tolist() for v in first] == [v.inputs[0].tolist() for v in again]
    assert [v.inputs[0].tolist() for v in first] != [v.inputs[0].tolist() for v in other]


def test_another_recipe_changes_none_before_or_after():
    """Each recipe has a stream of its own, so that authors can insert one."""
    kept, new = Recipe("kept", {"x": Draw(normal=(0, 1))}), Recipe("new", {"x": Draw(normal=(0, 1))})
    assert draw((new, kept), 5)[3].inputs == draw((kept,), 5)[0].inputs


def test_a_named_edge_case_is_drawn_once():
    """What has no chance in it is not repeated; what has is drawn `times` times."""
    fixed = Recipe("fixed", {"x": Draw(value=[1, 2]), "n": Draw(constant=0, shape=(2,))})
    assert len(draw((fixed,), 1)) == 1
    assert len(draw((Recipe("free", {"x": Draw(normal=(0, 1))}, times=5),), 1)) == 5


@pytest.mark.parametrize(("term", "length"), [(4, 4), ("N", 3), ("N+D", 5), ("N - 1", 2), ("2+D", 4)])
def test_an_axis_is_a_number_a_size_or_a_sum(term, length):
    """Shapes name sizes."""
    assert extent(term, {"N": 3, "D": 2}) == length


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        ({"normal": (0, 1)}, float),
        ({"integers": (1, 3)}, int),
        ({"value": 3}, int),
        ({"value": 0.5}, float),
        ({"value": 3, "dtype": "float64"}, float),
        ({"value": None}, type(None)),
        ({"value": [[1, 2]], "dtype": "list"}, list),
        ({"normal": (0, 1), "shape": (2, 2), "dtype": "list"}, list),
    ],
)
def test_scalars_and_lists_are_plain_python(settings, kind):
    """A candidate gets what a caller would hand over."""
    assert type(one(**settings)) is kind


@pytest.mark.parametrize(
    ("settings", "dtype"),
    [
        ({"value": [1, 2]}, "float64"),
        ({"value": [1, 2], "dtype": "int64"}, "int64"),
        ({"integers": (0, 5), "shape": (3,)}, "int64"),
        ({"normal": (0, 1), "shape": (3,), "dtype": "float32"}, "float32"),
        ({"constant": 0, "shape": (3,)}, "int64"),
    ],
)
def test_arrays_have_the_dtype_asked_for(settings, dtype):
    """float64 unless something else is said; integers stay integers."""
    assert one(**settings).dtype == dtype


def test_a_simplex_sums_to_one_with_zeros_too():
    """A distribution with impossible outcomes is a distribution still."""
    drawn = one(simplex=True, shape=(50, 4), zeros=0.5)
    assert np.allclose(drawn.sum(-1), 1)
    assert (drawn == 0).any()


def test_one_hot_has_a_single_one_in_each_row():
    """Labels are along the last axis."""
    drawn = one(one_hot=True, shape=(20, 3))
    assert set(np.unique(drawn)) == {0.0, 1.0}
    assert (drawn.sum(-1) == 1).all()


def test_draws_stay_in_their_range():
    """Bounds of integers are both included."""
    assert set(one(integers=(1, 2), shape=(60,))) == {1, 2}
    drawn = one(uniform=(2, 3), shape=(60,), scale=10.0, shift=1.0)
    assert drawn.min() >= 21
    assert drawn.max() <= 31


def test_cells_overwrite_what_was_drawn():
    """ ":" takes a whole axis."""
    drawn = one(normal=(0, 1), shape=(3, 2), set=(Cell((":", 1), 7.0), Cell((0, 0), -1.0)))
    assert drawn[:, 1].tolist() == [7, 7, 7]
    assert drawn[0, 0] == -1


def test_a_draw_has_one_source():
    """0 is a constant, not a missing one."""
    assert Draw(constant=0).sources == ("constant",)
    assert Draw(value=None).sources == ("value",)
    assert Draw(value=1, normal=(0, 1)).sources == ("value", "normal")
