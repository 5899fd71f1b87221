"""Which values are taken for an answer, and when two are the same."""

import numpy as np
import pytest

from interview_drill.grader.report import Alien
from interview_drill.grader.task import Examination, Tolerance
from interview_drill.grader.values import Misfit, close, parts, same, shown, told, worst


def fitted(value, returns, first=None):
    return parts(value, Examination("f", "f(x)", returns, "", ()), np.ones(2) if first is None else first)


@pytest.mark.parametrize(
    ("value", "returns"),
    [
        (np.ones(2), "array"),
        (np.ones(2, np.int64), "array"),
        (np.float64(1), "array"),
        (1.0, "float"),
        (1, "float"),
        (np.float32(1), "float"),
        (np.array(1.0), "float"),
        ([1.0], "float"),
        (np.ones(1), "float"),
        ([1, 2], "ints"),
        ((1, 2), "ints"),
        ([1.0, 2.0], "ints"),
        ([np.int64(1)], "ints"),
        (np.array([1.0, 2.0]), "ints"),
        (np.ones(2), "like-first"),
    ],
)
def test_forms_that_are_taken(value, returns):
    """NumPy scalars for floats, whole floats for labels, any real dtype for arrays."""
    assert len(fitted(value, returns)) == 1


@pytest.mark.parametrize(
    ("value", "returns"),
    [
        ([1.0, 2.0], "array"),
        (1.0, "array"),
        (np.ones(2, bool), "array"),
        (None, "array"),
        (Alien("matrix"), "array"),
        (np.ones(1, complex), "float"),
        (True, "float"),
        (np.bool_(True), "float"),
        ("1", "float"),
        ([1.5], "ints"),
        ([float("nan")], "ints"),
        ([[1, 2]], "ints"),
        ([np.ones(2)], "ints"),
        ([None], "ints"),
        ([10**12], "ints"),
        (np.ones((2, 2)), "ints"),
        (1.0, "like-first"),
        ((1.0, 2.0, 3.0), ("float", "float")),
        (np.ones(2), ("float", "float")),
    ],
)
def test_forms_that_are_refused(value, returns):
    """What only looks like the answer is no answer."""
    with pytest.raises(Misfit):
        fitted(value, returns)


def test_like_first_follows_the_first_argument():
    """A number for a number; a list may come back for a list."""
    assert fitted(0.5, "like-first", 1.0)[0].shape == ()
    assert fitted([0.5, 1.0], "like-first", [1.0, 2.0])[0].shape == (2,)


def test_nan_agrees_with_nothing_and_infinities_by_sign():
    """The tolerance is relative and absolute together."""
    got, wanted = np.array([np.nan, np.inf, -np.inf, 1 + 5e-7]), np.array([np.nan, np.inf, np.inf, 1.0])
    assert close(got, wanted, Tolerance()).tolist() == [False, True, False, True]


def test_the_worst_entry_is_the_one_that_is_no_number():
    """Then the one furthest off."""
    assert worst(np.array([[1.0, 9.0], [np.nan, 1.0]]), np.ones((2, 2)), Tolerance()) == (1, 0)
    assert worst(np.array([1.0, 9.0]), np.ones(2), Tolerance()) == (1,)
    assert worst(np.array(2.0), np.array(1.0), Tolerance()) == ()


def test_sameness_of_replies_takes_nan_for_nan():
    """A wrong answer that is NaN where the misconception is NaN follows it."""
    assert same(np.array([np.nan, 1]), np.array([np.nan, 1]), Tolerance())
    assert not same(np.ones(2), np.ones(3), Tolerance())
    assert not same((1.0, 2.0), 1.0, Tolerance())
    assert same((1.0, np.ones(2)), [1.0, np.ones(2)], Tolerance())
    assert not same(None, 1.0, Tolerance())
    assert not same(Alien("str"), np.ones(2), Tolerance())
    assert not same(np.ones(2), None, Tolerance())
    assert same(Alien("a"), Alien("a"), Tolerance())


def test_long_inputs_are_told_by_their_shapes():
    """A learner reads one line; the seed brings back the rest."""
    assert told(("x", "axis"), (np.ones(2), None)) == "x = [1., 1.], axis = None"
    names = tuple("abcdef")
    line = told(names, (np.ones(2), *(np.full((3, 4), 1.234567) for _ in names[1:])))
    assert line.startswith("a = [1., 1.], b.shape = (3, 4)")


def test_values_are_shown_in_a_line():
    """Small ones whole, large ones by their shape."""
    assert shown(np.array([[1.0, 2.5]])) == "[[1. , 2.5]]"
    assert shown(np.ones((5, 7))) == "array(5, 7)"
    assert shown([1.0, None]) == "[1, None]"
    assert "\n" not in shown(np.ones((3, 3)))
