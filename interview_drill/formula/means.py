"""Means under a normal distribution, by Gauss-Hermite quadrature: exact for polynomials of degree below 2 NODES.

(Abramowitz and Stegun, 25.4.46: the weight e^{-t^2} stands for the density of z = mean + sqrt(2 variance) t.)
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.differentiating import replaced
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, scalar
from interview_drill.formula.scope import Normal

NODES = 8
ARITHMETIC = ("+", "neg", "*", "/", "^")


def normal(tree: ast.Expectation, drawn: Normal, here: Instance, instantiate: Callable) -> Value:
    """The mean of a body over the declared variable of a normal distribution.

    Raises AnswerError where the body is no polynomial in it: nodes would give it nearly, and no more.
    """
    pool = here.pool
    body = scalar(instantiate(tree.body, here), "expectation")
    degree = _degree(body, drawn.variable)
    if degree is None or degree >= 2 * NODES:
        raise AnswerError("mean-not-polynomial", name=drawn.variable)
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


def _degree(node: Node, name: str) -> int | None:
    """The degree of a polynomial in a symbol, at the most; None where a tree is not seen to be one."""
    if node.op == "sym":
        return int(node.label == name)
    inside = [_degree(part, name) for part in node.parts]
    if node.op == "fn" and node.label == "log":
        return _degree_of_log(node.parts[0], name)
    if node.op not in ARITHMETIC or None in inside:
        return None if any(one != 0 for one in inside) else 0
    if node.op in ("+", "neg"):
        return max(inside)
    if node.op == "*":
        return sum(inside)
    below, above = inside[-1], inside[0]
    if below or not above:
        return None if below else 0
    if node.op == "/":
        return above
    power = node.parts[1].number
    return above * int(power) if power is not None and power >= 0 and power.denominator == 1 else None


def _degree_of_log(node: Node, name: str) -> int | None:
    """That of a logarithm: of an exponential, of products, quotients and powers of such."""
    if node.op == "fn" and node.label == "exp":
        return _degree(node.parts[0], name)
    if node.op in ("*", "/"):
        parts = [_degree_of_log(part, name) for part in node.parts]
        return None if None in parts else max(parts)
    if node.op == "^" and _degree(node.parts[1], name) == 0:
        return _degree_of_log(node.parts[0], name)
    return 0 if _degree(node, name) == 0 else None
