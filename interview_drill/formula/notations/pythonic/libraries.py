"""The names of libraries: np.exp, math.exp and exp are one function, but some names mean another thing in each."""

from __future__ import annotations

import ast as syntax

from interview_drill.formula.notations.pythonic.context import Context

USUAL = {
    **{name: name for name in ("numpy", "math", "scipy", "torch", "sympy", "jax")},
    "np": "numpy",
    "linalg": "numpy.linalg",
    "jnp": "jax.numpy",
    "sp": "sympy",
    "special": "scipy.special",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "functional": "torch.nn.functional",
}
"""What is imported under which name where an answer imports nothing."""


def is_library(here: Context, node: syntax.AST) -> bool:
    """Whether an expression is a library or a part of one: np, scipy.special; a declared F is not."""
    return bool(path(here, node))


def path(here: Context, node: syntax.AST) -> str:
    """The full name of a library or a part of one, `torch.nn.functional`; empty for anything else."""
    parts = []
    while isinstance(node, syntax.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, syntax.Name) or node.id in here.bindings or here.names.symbol(node.id):
        return ""
    root = here.work.libraries.get(node.id, USUAL.get(node.id))
    return "" if root is None else ".".join([root, *reversed(parts)])


def home(here: Context, function: syntax.AST) -> str:
    """The full name of the library that a function is called from; empty for a method, and where nothing says it."""
    if isinstance(function, syntax.Attribute):
        return path(here, function.value)
    return here.work.origins.get(function.id, "") if isinstance(function, syntax.Name) else ""


def is_part_of(library: str, full: str) -> bool:
    """torch.nn is a part of torch."""
    return full.split(".")[0] == library
