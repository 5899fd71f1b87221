"""A few scopes for derivations, and whether an equation holds in one."""

from __future__ import annotations

from interview_drill.formula.declaring import prepared_symbols
from interview_drill.formula.scope import Declaration, Scope
from interview_drill.formula.steps.claims import claims
from interview_drill.formula.steps.truth import Constant, Head

LOGISTIC = prepared_symbols(
    {
        "n": Declaration("size"),
        "w": Declaration("array", ("n",)),
        "x": Declaration("array", ("n",)),
        "b": Declaration("scalar"),
        "y": Declaration("scalar", range="unit"),
        "z": Declaration(value="w^T x + b"),
        "y_hat": Declaration(value="\\sigma(z)"),
        "J": Declaration(value="-(y \\log \\hat y + (1-y) \\log(1-\\hat y))"),
        "j": Declaration("index", ("n",)),
    },
    options={"derivatives": True},
)
SOFTMAX = prepared_symbols(
    {
        "C": Declaration("size"),
        "z": Declaration("array", ("C",)),
        "y": Declaration("array", ("C",), range="simplex"),
        "i": Declaration("index", ("C",)),
        "k": Declaration("index", ("C",)),
        "a": Declaration(value="\\frac{e^{z_k}}{\\sum_j e^{z_j}}", parameters=("k",)),
        "L": Declaration(value="-\\sum_k y_k \\log a_k"),
    },
    options={"derivatives": True},
)
RIDGE = prepared_symbols(
    {
        "n": Declaration("size"),
        "w": Declaration("array", ("n",)),
        "v": Declaration("array", ("n",)),
        "t": Declaration("scalar", range="positive"),
        "c": Declaration("scalar"),
        "f": Declaration(value="\\|w - v\\|^2"),
        "w_hat": Declaration(value="argmin_w (f + t \\|w\\|^2)"),
    },
    options={"derivatives": True},
)


def holds(text: str, scope: Scope, constant: Constant | None = None) -> bool | None:
    """Whether the second side of an equation has the value of the first."""
    left, right = claims(text, scope)[0].readings[0][:2]
    return Head(scope, left.tree, left.indices, constant).compare(right.tree, right.indices).holds
