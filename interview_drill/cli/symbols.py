"""The symbols that a formula question declares, in words: what may be used, and over which values it ranges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interview_drill import kinds
from interview_drill.cli.language import words
from interview_drill.formula.ast import Name
from interview_drill.formula.layout.linear import written
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.question import Question


def given(question: Question) -> list[tuple[str, str]]:
    """The symbols that a question gives, described; none where answers of its kind are no formulas."""
    kind = kinds.kind(question.kind)
    if not hasattr(question.task, "symbols"):
        return []
    return list(described(kind.given(question.task) if hasattr(kind, "given") else question.task.symbols))


def described(declared: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(the name as it is printed, what it stands for) for each symbol that a question gives.

    Abbreviations are left out: their values may be half of the answer.
    """
    for name, declaration in declared.items():
        if declaration.type != "value":
            yield printed(name, declaration), _meaning(declaration)


def printed(name: str, declaration: Any) -> str:
    """A name as the stem writes it: y_hat wears its hat, h_prev is what its first spelling on paper says."""
    symbol = Symbol(name, declaration.type, spellings=declaration.spellings, parameters=declaration.parameters)
    return written(Name(name), scope=Scope({name: symbol}))


def _meaning(declaration: Any) -> str:
    shape = tuple(declaration.shape)
    if declaration.type == "index":
        return _index(declaration, shape)
    if declaration.type == "array":
        return _array(declaration, shape)
    if declaration.type == "scalar":
        return words("symbol-scalar", range=_range(declaration.range))
    if declaration.type == "event" and shape:
        return words("symbol-partition", size=f"${shape[0]}$")
    return words(f"symbol-{declaration.type}")


def _index(declaration: Any, shape: tuple[str, ...]) -> str:
    if not shape:
        return words("symbol-index-free")
    return words("symbol-index", size=f"${shape[0]}$", start=declaration.start)


def _array(declaration: Any, shape: tuple[str, ...]) -> str:
    if len(shape) == 1 and declaration.range == "simplex":
        return words("symbol-distribution", size=f"${shape[0]}$")
    message = {1: "symbol-vector", 2: "symbol-matrix"}.get(len(shape), "symbol-table")
    sides = [side if side.isidentifier() or len(shape) == 1 else f"({side})" for side in shape]
    return words(message, size="$" + r" \times ".join(sides) + "$", range=_range(declaration.range))


def _range(range: str | Mapping[str, Any]) -> str:
    """What the values are. Bounds on one side of 0 only say how far they are drawn: the sign is what is told."""
    if isinstance(range, str):
        return words(f"range-{range}")
    if range.get("integer") and "low" in range:
        return words("range-integer-from", low=f"{range['low']:g}")
    if range.get("low", -1) >= 0:
        return words("range-positive" if range["low"] else "range-nonnegative")
    low, high = (f"{range[end]:g}" if end in range else sign + "∞" for end, sign in (("low", "-"), ("high", "")))
    return words("range-between", low=low, high=high)
