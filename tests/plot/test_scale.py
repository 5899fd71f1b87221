"""Axes: round numbers, few of them, and a window that one runaway curve does not flatten."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_drill.plot.scale import across, reach, up

ENDS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda end: float(f"{end:.6g}"))


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0.01, 0.98, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (-0.17, 3, (0, 1, 2, 3)),
        (0.1, 0.3, (0.1, 0.15, 0.2, 0.25, 0.3)),
        (-4e-7, 2e-7, (-4e-7, -2e-7, 0, 2e-7)),
        (1, 1, (0.5, 1, 1.5)),
        (0, 0, (-1, -0.5, 0, 0.5, 1)),
        (1 / 3, 1 / 3 + 1e-16, (0.2, 0.3, 0.4, 0.5)),
        (5e-324, 1e-323, (-1, -0.5, 0, 0.5, 1)),
    ],
)
def test_upwards_the_window_has_round_ends(low, high, ticks):
    """All that is shown, and little more."""
    found = up(low, high, 6)
    assert found.ticks == pytest.approx(ticks)
    assert found.low <= low and found.high >= high


@given(ENDS, ENDS, st.integers(3, 12))
def test_every_window_has_few_round_ticks(one, other, most):
    """Two at least and `most` at most, evenly spaced by 1, 2 or 5 times a power of ten, around all that is shown."""
    low, high = sorted((one, other))
    found = up(low, high, most)
    assert 2 <= len(found.ticks) <= most
    slack = 1e-6 * (found.ticks[1] - found.ticks[0])
    assert found.low <= low + slack and high - slack <= found.high
    assert found.low - slack <= found.ticks[0] and found.ticks[-1] <= found.high + slack
    steps = {f"{after - before:.3e}"[:5] for before, after in zip(found.ticks, found.ticks[1:], strict=False)}
    assert steps in ({"1.000"}, {"2.000"}, {"5.000"})


def test_across_the_interval_is_kept():
    """Ticks lie inside it."""
    found = across(-5, 5, 6)
    assert (found.low, found.high, found.ticks) == (-5, 5, (-4, -2, 0, 2, 4))


def test_a_curve_that_runs_away_does_not_set_the_window():
    """The watched curve has room for its own span around it, no more."""
    watched = [place / 100 for place in range(101)]
    low, high = reach(watched, [*watched, 1e6, -1e6, math.inf, math.nan])
    assert -1.1 <= low < 0 and 1 < high <= 2.1


def test_where_nothing_watched_is_finite_the_rest_sets_the_window():
    """And where nothing is, there is no window."""
    assert reach([math.nan], [1.0, 2.0]) == (1.0, 2.0)
    assert reach([math.inf], [math.nan, 1e300]) is None
