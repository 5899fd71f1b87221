"""Exact derivatives of scalar trees, beside differences of their values."""

import numpy as np
import pytest

from interview_drill.errors import AnswerError
from interview_drill.formula.declaring import prepared_symbols
from interview_drill.formula.differentiating import derivative
from interview_drill.formula.elementary import Pool
from interview_drill.formula.instance import Instance
from interview_drill.formula.instantiating import instantiate
from interview_drill.formula.notations import read
from interview_drill.formula.numeric import values
from interview_drill.formula.scope import Declaration

SCOPE = prepared_symbols({"x": Declaration("scalar"), "F": Declaration("function"), "a": Declaration("scalar")})
STEP = 1e-6


def tree(text, pool):
    return instantiate(read(text, SCOPE).chains[0].parts[-1].tree, Instance(SCOPE, pool, {}))


@pytest.mark.parametrize(
    "text",
    [
        "x^3 - 2x + a",
        "1/(1+e^{-x})",
        "log(1+e^x)",
        "x^a",
        "a^x",
        "sqrt(x) sin(x) cos(a x)",
        "tanh(x/2)",
        "tan(x) + atan(x) + sinh(x) + cosh(x)",
        "|x - 3|",
        "F(x^2)",
        "x/(x+a)",
        "(x+1)^{-2}",
    ],
)
def test_derivatives_are_limits_of_differences(text):
    """At points away from kinks, to the accuracy of a central difference."""
    pool, at = Pool(), np.array([0.4, 1.3, 2.2])
    body, others = tree(text, pool), {"a": np.full(3, 0.7)}
    (slope,) = values([derivative(body, "x", pool)], {"x": at, **others}, 3)
    (above,), (below,) = (values([body], {"x": at + sign * STEP, **others}, 3) for sign in (1, -1))
    assert np.allclose(slope, (above - below) / (2 * STEP), rtol=1e-6, atol=1e-8)


def test_what_does_not_hold_the_atom_is_constant():
    """Its derivative is the number zero."""
    pool = Pool()
    assert derivative(tree("a^2 + log(a)", pool), "x", pool).number == 0


def test_a_second_derivative_of_an_unknown_function_is_refused():
    """F'' has no stand-in."""
    pool = Pool()
    once = derivative(tree("F(x)", pool), "x", pool)
    with pytest.raises(AnswerError):
        derivative(once, "x", pool)
