"""Exact values of trees: rational where the arithmetic is, and nothing said where it is not."""

from fractions import Fraction

import numpy as np
import pytest

from interview_drill.formula.elementary import Pool
from interview_drill.formula.exact import Exact

POOL = Pool()
X, ONE = POOL.sym("x"), POOL.num(1)
MINUS = POOL.add(X, POOL.num(-1))


def at(tree, x, tied=()):
    return Exact({"x": np.array([0.0, x])}, tied).of(tree, 1)


@pytest.mark.parametrize(
    ("tree", "x", "wanted"),
    [
        (MINUS, 1.0, 0),
        (POOL.mul(POOL.num(3), POOL.div(X, POOL.num(3))), 0.2, Fraction(1, 5)),
        (POOL.fn("floor", POOL.add(X, POOL.pow(POOL.num(10), POOL.num(-12)))), 2.0, 2),
        (POOL.fn("floor", POOL.add(X, POOL.neg(POOL.pow(POOL.num(10), POOL.num(-12))))), 2.0, 1),
        (POOL.fn("max", ONE, POOL.fn("abs", X)), -3.0, 3),
        (POOL.fn("sqrt", X), 0.25, Fraction(1, 2)),
        (POOL.cases([(ONE, POOL.compare(">", X, ONE))], X), 0.5, Fraction(1, 2)),
        (POOL.mul(MINUS, POOL.fn("exp", X)), 1.0, 0),
    ],
)
def test_what_is_rational_is_told_exactly(tree, x, wanted):
    assert at(tree, x) == wanted


@pytest.mark.parametrize(
    "tree", [POOL.fn("exp", X), POOL.div(ONE, MINUS), POOL.fn("sqrt", X), POOL.pow(X, POOL.div(ONE, POOL.num(3)))]
)
def test_what_is_not_rational_or_no_number_is_not_told(tree):
    """An exponential, a pole, a root of minus one."""
    assert at(tree, 1.0 if tree.op == "/" else -1.0) is None


def test_an_atom_of_a_distribution_is_exact_only_where_it_is_round():
    """Three drawn probabilities sum to 1 on paper, in float64 nearly; thirds are thirds."""
    assert at(X, 0.3718281828, ("x",)) is None and at(X, 0.3718281828) is not None
    assert at(X, 1 / 3, ("x",)) == Fraction(1, 3)
