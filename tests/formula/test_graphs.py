"""What a plot is made of: a wrong formula of one real variable beside the key, and the curves of a question's page."""

import math

import pytest

from interview_drill.errors import AnswerError
from interview_drill.formula.comparing import compare
from interview_drill.formula.graphs import POINTS, curve, graph
from interview_drill.formula.scope import Declaration, Form


def form(key, conditions=(), **symbols):
    return Form(key=key, symbols={name: Declaration(**one) for name, one in symbols.items()}, conditions=conditions)


REAL = {"type": "scalar"}


def test_both_curves_and_where_they_part():
    """Points over the range in order, both formulas' values, and the counterexample's numbers."""
    found = graph(compare("x^3", form("x^2", x=REAL)))
    assert len(found.yours) == len(found.wanted) == POINTS + 1
    xs = [x for x, _ in found.wanted]
    assert xs == sorted(xs) == [x for x, _ in found.yours] and (xs[0], xs[-1]) == (-5, 5)
    assert all(y == pytest.approx(x**2) for x, y in found.wanted)
    assert all(y == pytest.approx(x**3) for x, y in found.yours)
    assert found.at_yours == pytest.approx(found.x**3) and found.at_wanted == pytest.approx(found.x**2)
    assert found.at_yours != found.at_wanted and found.variable == "x"


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        ("positive", (0, 5)),
        ("probability", (0, 1)),
        ("unit", (0, 1)),
        ({"low": 2, "high": 8}, (2, 8)),
    ],
)
def test_the_declared_range_is_drawn(kind, ends):
    """Not more of it than is declared."""
    found = graph(compare("x^3 + 1", form("x^2", x={"type": "scalar", "range": kind})))
    assert (found.yours[0][0], found.yours[-1][0]) == ends


def test_the_counterexample_is_always_within():
    """A clip at 60 shows only beyond: the graph goes there."""
    found = graph(compare("min(x, 60)", form("x", x=REAL)))
    assert abs(found.x) > 60 and found.yours[0][0] < found.x < found.yours[-1][0]


def test_where_the_answer_is_undefined():
    """Its points are NaN there, and it has no value at the counterexample."""
    found = graph(compare(r"\log x", form("x", x=REAL)))
    assert math.isnan(found.yours[0][1]) and found.wanted[0][1] == -5
    undefined = graph(compare(r"\sqrt{x}^2", form("x", x=REAL)))
    assert undefined.at_yours is None and undefined.at_wanted == undefined.x < 0


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("x + y", form("x", x=REAL, y=REAL)),
        ("x_1 + 2", form("x_1", x={"type": "array", "shape": ("n",)}, n={"type": "size"})),
        ("n + 1", form("n", n={"type": "size"})),
        ("k + 1", form("k", k={"type": "scalar", "range": "integer"})),
        ("k + 1", form("k", k={"type": "scalar", "range": {"low": 1, "high": 9, "integer": True}})),
        ("2", form("1", x=REAL)),
        ("x + 1", form("x", ("x > 2",), x=REAL)),
        ("x", form("x", x=REAL)),
    ],
    ids=["two variables", "an array", "a size", "a whole number", "a whole range", "numbers", "a condition", "right"],
)
def test_what_is_not_drawn(answer, asked):
    """More than one variable, arrays, whole numbers, conditions; and what is right."""
    assert graph(compare(answer, asked)) is None


def test_a_curve_of_a_page():
    """In any notation, with its own variable."""
    points = curve(r"\frac{1}{1+e^{-q}}", "q", -1, 1)
    assert len(points) == POINTS + 1 and points[0] == (-1, pytest.approx(1 / (1 + math.e)))
    assert curve("np.exp(q)", "q", 0, 1)[-1] == (1, pytest.approx(math.e))


@pytest.mark.parametrize("formula", ["x + y", r"\frac{1}{", "", "words only"])
def test_a_curve_that_cannot_be_read(formula):
    """An error for its author."""
    with pytest.raises(AnswerError):
        curve(formula, "x", 0, 1)
