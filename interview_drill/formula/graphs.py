"""Formulas of one real variable as points: what a plot is made of."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.agreement import Situation
from interview_drill.formula.comparing import Comparison
from interview_drill.formula.declaring import prepared
from interview_drill.formula.diagnosing import counterexample
from interview_drill.formula.elementary import Node, Pool, TooLarge, in_order
from interview_drill.formula.instance import Instance, scalar
from interview_drill.formula.instantiating import instantiate
from interview_drill.formula.layout import linear
from interview_drill.formula.numeric import values
from interview_drill.formula.scope import Declaration, Form, Symbol

POINTS = 240
"""Two for each column of dots on a screen of ordinary width."""
SPANS = {
    "real": (-5.0, 5.0),
    "nonzero": (-5.0, 5.0),
    "positive": (0.0, 5.0),
    "nonnegative": (0.0, 5.0),
    "unit": (0.0, 1.0),
    "probability": (0.0, 1.0),
}
"""What is drawn of each range, where the counterexample does not lie farther out."""
BEYOND = 1.25
"""How far past the counterexample a graph goes."""

Points = tuple[tuple[float, float], ...]


class Graph(Struct, frozen=True):
    """An answer and the key over their one variable: points (x, y), y NaN where undefined.

    `x` is where they come apart; there the answer is `at_yours` (None: undefined) and the key `at_wanted`.
    """

    variable: str
    yours: Points
    wanted: Points
    x: float
    at_yours: float | None
    at_wanted: float


def graph(comparison: Comparison) -> Graph | None:
    """A wrong answer beside the key; None where they are not numbers of one real variable."""
    counter = counterexample(comparison)
    if counter is None or counter.entry or len(counter.at) != 1 or not comparison.situations:
        return None
    situation = comparison.situations[0]
    roots = [situation.value(comparison.tree, Pool(), comparison.notation == "python"), situation.key]
    variable = _variable(roots, situation)
    if variable is None:
        return None
    x = float(counter.at[0][1])
    drawn = _along(variable.name, *_span(variable.range, x), roots)
    return Graph(linear.written(counter.at[0][0], scope=situation.scope), *drawn, x, counter.yours, counter.wanted)


def curve(formula: str, variable: str, low: float, high: float) -> Points:
    """The points of a formula of one variable from `low` to `high`. Raises AnswerError where it is none."""
    scope, tree = prepared(Form(key=formula, symbols={variable: Declaration(type="scalar")}))
    try:
        root = scalar(instantiate(tree, Instance(scope, Pool(), {})), formula)
    except TooLarge as error:
        raise AnswerError("formula-too-large") from error
    return _along(variable, low, high, [root])[0]


def _variable(roots: list[object], situation: Situation) -> Symbol | None:
    """The one declared real number that the formulas hold; None where there is more to them."""
    if not all(isinstance(root, Node) for root in roots) or situation.configuration.sizes or situation.scope.conditions:
        return None
    names = {node.label for node in in_order(roots) if node.op in ("sym", "call")}
    found = situation.scope.symbols.get(names.pop()) if len(names) == 1 else None
    return found if found is not None and found.type == "scalar" and _real(found.range) else None


def _real(kind: str | Mapping[str, object]) -> bool:
    return not kind.get("integer") if isinstance(kind, Mapping) else kind in SPANS


def _span(kind: str | Mapping[str, float], x: float) -> tuple[float, float]:
    """From where to where a graph goes, so that `x` lies in it."""
    if isinstance(kind, Mapping):
        return float(kind.get("low", 0)), float(kind.get("high", 10))
    low, high = SPANS[kind]
    if low <= x <= high:
        return low, high
    return (-BEYOND * abs(x) if low < 0 else low), BEYOND * abs(x)


def _along(variable: str, low: float, high: float, roots: list[Node]) -> tuple[Points, ...]:
    """The points of each tree."""
    with np.errstate(all="ignore"):
        xs = np.linspace(low, high, POINTS + 1)
    found = values(roots, {variable: xs}, len(xs))
    return tuple(tuple(zip(xs.tolist(), ys.astype(float).tolist(), strict=True)) for ys in found)
