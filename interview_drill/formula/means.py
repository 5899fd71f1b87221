"""Means under a normal distribution, by Gauss-Hermite quadrature: exact for polynomials of degree below 2 NODES.

(Abramowitz and Stegun, 25.4.46: the weight e^{-t^2} stands for the density of z = mean + sqrt(2 variance) t.)
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from interview_drill.formula import ast
from interview_drill.formula.differentiating import replaced
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, scalar
from interview_drill.formula.scope import Normal

NODES = 8


def normal(tree: ast.Expectation, drawn: Normal, here: Instance, instantiate: Callable) -> Value:
    """The mean of a body over the declared variable of a normal distribution."""
    pool = here.pool
    body = scalar(instantiate(tree.body, here), "expectation")
    mean, variance = (scalar(instantiate(one, here), "expectation") for one in (drawn.mean, drawn.variance))
    spread = pool.fn("sqrt", variance)
    terms = []
    for place, mass in zip(*np.polynomial.hermite_e.hermegauss(NODES), strict=True):
        at = pool.add(mean, pool.mul(spread, pool.num(Fraction(float(place)))))
        terms.append(_weighted(replaced(body, {drawn.variable: at}, pool), float(mass), here))
    return pool.add(*terms)


def _weighted(body: Node, mass: float, here: Instance) -> Node:
    share = here.pool.num(Fraction(mass / np.sqrt(2 * np.pi)))
    return here.pool.mul(share, body)
