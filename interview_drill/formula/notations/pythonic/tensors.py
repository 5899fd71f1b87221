"""Whether an answer is PyTorch's: one sign of it anywhere makes every array in it a tensor."""

from __future__ import annotations

import ast as syntax
from collections.abc import Iterable, Mapping

from interview_drill.formula.notations.pythonic.calls import METHODS
from interview_drill.formula.notations.pythonic.libraries import USUAL, is_part_of
from interview_drill.formula.notations.pythonic.names import Names

KEYWORDS = frozenset(["dim", "keepdim", "unbiased"])
"""What NumPy's functions are not told by these names."""
OF_ARRAYS = frozenset([
    *["astype", "clip", "copy", "diagonal", "dot", "flatten", "item", "max", "mean", "min", "prod", "ravel"],
    *["reshape", "size", "squeeze", "std", "sum", "trace", "transpose", "var", "view"],
])  # fmt: skip
OF_FORMULAS = frozenset(["expand", "simplify"])
OWN_METHODS = METHODS - OF_ARRAYS - OF_FORMULAS
"""What tensors do by themselves, and NumPy's arrays only in a function's brackets: x.exp(), x.rsqrt(), x.pow(2)."""


def shown(body: Iterable[syntax.stmt], names: Names) -> bool:
    """Whether anything in an answer is PyTorch's alone."""
    nodes = [node for statement in body for node in syntax.walk(statement)]
    libraries = USUAL | dict(imported(nodes))
    declared = {node.id for node in nodes if isinstance(node, syntax.Name) and names.symbol(node.id)}
    known = {name: full for name, full in libraries.items() if name not in declared}
    return any(is_part_of("torch", full) for _, full in imported(nodes)) or any(_is_sign(node, known) for node in nodes)


def imported(nodes: Iterable[syntax.AST]) -> Iterable[tuple[str, str]]:
    """The names that imports bind, with the full names of what they stand for."""
    for node in nodes:
        if isinstance(node, syntax.Import):
            yield from ((one.asname or one.name.split(".")[0], one.name) for one in node.names)
        elif isinstance(node, syntax.ImportFrom):
            yield from ((one.asname or one.name, f"{node.module}.{one.name}") for one in node.names)


def _is_sign(node: syntax.AST, libraries: Mapping[str, str]) -> bool:
    if isinstance(node, syntax.keyword):
        return node.arg in KEYWORDS
    if isinstance(node, syntax.Call):  # NumPy's x.size is a number
        is_size = isinstance(node.func, syntax.Attribute) and node.func.attr == "size"
        return is_size and not _root(node.func, libraries)
    if not isinstance(node, syntax.Attribute):
        return False
    home = _root(node, libraries)
    return is_part_of("torch", home) if home else node.attr in OWN_METHODS


def _root(node: syntax.AST, libraries: Mapping[str, str]) -> str:
    """The library that an attribute is of; empty for a declared name, and for what is computed."""
    while isinstance(node, syntax.Attribute):
        node = node.value
    return libraries.get(node.id, "") if isinstance(node, syntax.Name) else ""
