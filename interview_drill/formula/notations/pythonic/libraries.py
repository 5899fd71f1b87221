"""The names of libraries, which say nothing: np.exp, math.exp and exp are one function."""

from __future__ import annotations

import ast as syntax

from interview_drill.formula.notations.pythonic.context import Context

LIBRARIES = frozenset(
    ["np", "numpy", "math", "scipy", "torch", "sp", "sympy", "special", "linalg", "functional", "nn", "F", "jnp", "jax"]
)


def is_library(here: Context, node: syntax.AST) -> bool:
    """Whether an expression is a library or a part of one: np, scipy.special; a declared F is not."""
    while isinstance(node, syntax.Attribute):
        node = node.value
    if not isinstance(node, syntax.Name) or node.id in here.bindings or here.names.symbol(node.id):
        return False
    return node.id in LIBRARIES or node.id in here.work.libraries
