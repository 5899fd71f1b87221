"""A plot is lines of text: no wider than asked, told apart without colour, and safe from what is not finite."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from interview_drill.plot import LABEL_AT, Curve, Look, Mark, draw


def curve(function, low=-5.0, high=5.0, label="f", watched=True, count=200):
    """Points of a function; NaN where it has none."""
    points = []
    for place in range(count + 1):
        x = low + (high - low) * place / count
        try:
            points.append((x, function(x)))
        except (ValueError, ZeroDivisionError, OverflowError):
            points.append((x, math.nan))
    return Curve(label, points, watched)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


ASCII = Look(60, 10, braille=False, boxes=False)


def test_a_sigmoid_in_plain_text():
    """Two letters for two curves, signs at the marked points, round numbers at the axes, a legend."""
    curves = [curve(sigmoid, label="key"), curve(lambda x: sigmoid(-x), label="yours")]
    lines = draw(curves, [Mark(2.0, sigmoid(-2), "X"), Mark(2.0, sigmoid(2), "O")], "z", ASCII)
    assert lines == [
        "  1 +............                             ************",
        "    |           .......                 *O*****",
        "    |                  ....         ****",
        "    |                     ...     ***",
        "0.5 +                        ..***",
        "    |                        ***..",
        "    |                     ***     ...",
        "    |                  ****         ....",
        "    |           *******                 .X.....",
        "  0 +************                             ............",
        "    +-----+----------+---------+---------+----------+----- z",
        "         -4         -2         0         2          4",
        "******  key",
        "......  yours",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(("braille", "boxes"), [(True, True), (True, False), (False, False)])
def test_no_line_is_wider_than_asked(width, braille, boxes):
    """At every size; without braille and boxes everything is ASCII."""
    look = Look(width, 12, braille, boxes)
    lines = draw([curve(sigmoid), curve(math.sin, label="g")], [Mark(1, 0.5, "x")], "x", look)
    assert max(map(wcswidth, lines)) == width
    assert braille or "".join(lines).isascii()
    assert boxes or not set("│┤─┬└") & set("".join(lines))


def test_lines_are_told_apart_without_colour():
    """Where two curves are flat and apart, one is drawn through, the other has gaps; the legend shows the same."""
    rows = draw([curve(lambda x: 1.0, label="one"), curve(lambda x: 0.0, label="two")], look=Look(60, 8))
    upper, lower = rows[0][5:], rows[7][5:]
    dots = [set(row.strip()) for row in (upper, lower)]
    assert len(dots[0]) == 1 and " " in dots[1]
    assert rows[-2].endswith("one") and rows[-1].endswith("two") and rows[-2][:LABEL_AT] != rows[-1][:LABEL_AT]


def test_four_curves_have_four_samples():
    """In braille and in letters."""
    for look in (Look(), ASCII):
        lines = draw([curve(lambda x, at=at: at, label="f") for at in range(4)], look=look)
        assert len({line[:LABEL_AT] for line in lines[-4:]}) == 4


def test_a_pole_is_no_wall():
    """From minus to plus infinity no line is drawn; a jump within the window is."""
    pole = draw([curve(lambda x: 1 / x)], look=ASCII)
    assert not any(all(row[column : column + 1] == "*" for row in pole[:10]) for column in range(60))
    step = draw([curve(lambda x: float(x > 0))], look=ASCII)
    assert any(all(row[column : column + 1] == "*" for row in step[1:9]) for column in range(60))


def test_gaps_where_there_is_no_value():
    """log has none below 0: the left half stays empty."""
    rows = draw([curve(math.log)], look=ASCII)[:10]
    gutter = rows[0].index("+" if "+" in rows[0] else "|") + 1
    assert all(not row[gutter : gutter + 25].strip() for row in rows)
    assert any("*" in row[gutter + 25 :] for row in rows)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_nothing_finite_is_nothing_drawn(value):
    """No lines at all; and one such point among others does no harm."""
    assert draw([Curve("f", [(0.0, value), (1.0, value)])]) == []
    assert draw([Curve("f", [])]) == [] and draw([]) == []
    assert draw([Curve("f", [(0.0, 0.0), (0.5, value), (1.0, 1.0)])])


def test_a_mark_outside_is_left_out():
    """And one without a value."""
    with_marks = draw([curve(sigmoid)], [Mark(99, 0.5, "x"), Mark(1, math.nan, "x"), Mark(1, 1e9, "x")], "z")
    assert with_marks == draw([curve(sigmoid)], [], "z")


def test_no_number_stands_beyond_the_end_of_its_axis():
    """A long one is moved to the left, or left out where it would run into the one before."""
    lines = draw([Curve("f", [(1e7, 0.0)]), curve(math.sin, label="g")], [], "x", Look(40, 10, False, False))
    assert lines and all(wcswidth(line) <= 40 for line in lines)


NUMBERS = st.floats(allow_nan=True, allow_infinity=True)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=12), st.integers(20, 130), st.integers(2, 30), st.booleans())
def test_any_numbers_at_all_can_be_drawn(points, width, height, braille):
    """Whatever comes, there are lines of the width asked for, or none."""
    look = Look(width, height, braille, braille)
    points = sorted(points, key=lambda point: (math.isnan(point[0]), point[0]))
    lines = draw([Curve("f", points), curve(math.sin, label="g")], [Mark(*point, "x") for point in points], "x", look)
    assert all(wcswidth(line) <= max(width, 40) for line in lines)
