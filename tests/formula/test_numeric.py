"""The rounding bounds are honest: the true value always lies within them. mpmath is the independent oracle."""

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_drill.formula.elementary import Node, Pool, in_order
from interview_drill.formula.numeric import values
from interview_drill.formula.rounding import bounded

POOL = Pool()
X, Y = POOL.sym("x"), POOL.sym("y")
FUNCTIONS = ("exp", "log", "sqrt", "abs", "sin", "cos", "tanh", "atan", "sinh")


def trees() -> st.SearchStrategy[Node]:
    leaves = st.one_of(st.sampled_from([X, Y]), st.integers(-3, 3).map(POOL.num))

    def grown(inner):
        pairs = st.tuples(inner, inner)
        return st.one_of(
            pairs.map(lambda p: POOL.add(*p)),
            pairs.map(lambda p: POOL.mul(*p)),
            pairs.map(lambda p: POOL.div(*p)),
            st.tuples(inner, st.sampled_from([-2, 2, 3])).map(lambda p: POOL.pow(p[0], POOL.num(p[1]))),
            st.tuples(st.sampled_from(FUNCTIONS), inner).map(lambda p: POOL.fn(*p)),
        )

    return st.recursive(leaves, grown, max_leaves=10)


def exact(root: Node, point: dict[str, float]):
    """The value with 60 digits."""
    done = {}
    for node in in_order([root]):
        parts = [done[id(part)] for part in node.parts]
        done[id(node)] = EXACT[node.op](node, parts, point)
    return done[id(root)]


EXACT = {
    "num": lambda node, parts, point: mpmath.mpf(node.label.numerator) / node.label.denominator,
    "sym": lambda node, parts, point: mpmath.mpf(point[node.label]),
    "+": lambda node, parts, point: sum(parts),
    "*": lambda node, parts, point: mpmath.fprod(parts),
    "/": lambda node, parts, point: parts[0] / parts[1],
    "^": lambda node, parts, point: parts[0] ** parts[1],
    "neg": lambda node, parts, point: -parts[0],
    "fn": lambda node, parts, point: {"abs": abs}.get(node.label, getattr(mpmath, node.label, None))(parts[0]),
}


@settings(max_examples=300, deadline=None)
@given(trees(), st.floats(0.1, 3), st.floats(-3, -0.1))
def test_the_true_value_lies_within_the_bound(tree, x, y):
    """However a tree cancels, value and bound together hold the truth (up to the second-order slack)."""
    points = {"x": np.array([x]), "y": np.array([y])}
    value, error = (float(one[0]) for one in bounded([tree], points, 1)[0])
    if not np.isfinite(value) or not np.isfinite(error) or error > 1e-3 * abs(value):
        return
    with mpmath.workdps(60):
        truth = exact(tree, {"x": x, "y": y})
        assert abs(mpmath.mpf(value) - truth) <= 16 * error + 1e-300


def one(tree, **point):
    return float(values([tree], {name: np.array([float(value)]) for name, value in point.items()}, 1)[0][0])


@pytest.mark.parametrize(("value", "wanted"), [(3.0, 3), (2.9999999999999996, 3), (2.5, 2), (-0.5, -1)])
def test_floor_takes_a_rounded_integer_for_the_integer(value, wanted):
    """A quotient that is whole on paper is whole here."""
    assert one(POOL.fn("floor", X), x=value) == wanted


def test_undefined_is_nan_and_never_an_exception():
    """log(-1), 1/0 and a root of -1 have no finite value."""
    for tree in (POOL.fn("log", X), POOL.fn("sqrt", X), POOL.div(POOL.num(1), POOL.add(X, POOL.num(1)))):
        assert not np.isfinite(one(tree, x=-1))


def test_an_unknown_function_is_the_same_one_everywhere():
    """F(x) is F(x), and is neither G(x) nor F of something else."""
    f = POOL.node("call", "F", X)
    assert one(f, x=0.7) == one(POOL.node("call", "F", X), x=0.7)
    assert one(f, x=0.7) != one(POOL.node("call", "G", X), x=0.7)
    assert one(f, x=0.7) != one(POOL.node("call", "F", POOL.neg(X)), x=0.7)


def test_a_number_beyond_float64_is_infinite():
    """10^30 to the 20th is no crash."""
    assert one(POOL.pow(POOL.num(10**29), POOL.num(30)), x=1) == np.inf


def test_what_is_lost_below_the_normal_numbers_is_in_the_bound():
    """log(p) (1-p)^98 a and a (1-p)^98 log(p) differ by 1e-9 there, in float64 alone."""
    p, a = np.array([0.9993]), np.array([195.3])
    small = POOL.pow(POOL.add(POOL.num(1), POOL.mul(POOL.num(-1), X)), POOL.num(98))
    one = POOL.mul(POOL.mul(POOL.fn("log", X), small), Y)
    other = POOL.mul(POOL.mul(Y, small), POOL.fn("log", X))
    (left, first), (right, second) = bounded([one, other], {"x": p, "y": a}, 1)
    assert left != right and abs(left - right) <= first + second
