"""Whether a formula on paper is a whole vector: what a learner names by one letter has entries then."""

from __future__ import annotations

from collections.abc import Iterable

from interview_drill.formula import ast
from interview_drill.formula.notations.indices import shape
from interview_drill.formula.scope import Scope, Symbol

ENTRYWISE = frozenset({"exp", "log", "sqrt", "abs", "sign", "tanh", "sigmoid", "relu", "softplus", "softmax"})
"""Functions of a vector that are a vector of as many entries."""

Sizes = tuple[str, ...] | None
"""The sizes of an array, () of a number, None of what is not plainly the one or the other."""


def sizes(tree: ast.Node, scope: Scope) -> Sizes:
    """The sizes of what is made entry by entry of declared arrays and numbers."""
    match tree:
        case ast.Number():
            return ()
        case ast.Name(name):
            return _of_symbol(scope.symbols.get(name), scope)
        case ast.Entry(ast.Name(name), indices):
            whole = _of_symbol(scope.symbols.get(name), scope)
            return None if whole is None else whole[len(indices) :]
        case ast.Minus(operand) | ast.Apply(_, (operand,)) if _is_entrywise(tree):
            return sizes(operand, scope)
        case ast.Plus(terms):
            return _alike(sizes(term, scope) for term in terms)
        case ast.Over(numerator, denominator):
            return sizes(numerator, scope) if sizes(denominator, scope) == () else None
        case ast.Times(factors, sign):
            found = [sizes(factor, scope) for factor in factors]
            arrays = [one for one in found if one != ()]
            return _alike(arrays or found) if len(arrays) < 2 or sign == "odot" else None
    return None


def _is_entrywise(tree: ast.Node) -> bool:
    return isinstance(tree, ast.Minus) or tree.function in ENTRYWISE


def _of_symbol(symbol: Symbol | None, scope: Scope) -> Sizes:
    """An abbreviation without indices is what it stands for."""
    if symbol is None or symbol.type in ("scalar", "size", "index"):
        return ()  # a constant, or an index that is bound
    if symbol.type not in ("array", "value"):
        return None
    found = shape(symbol, scope)
    return sizes(symbol.value, scope) if symbol.type == "value" and not found else found


def _alike(found: Iterable[Sizes]) -> Sizes:
    every = set(found)
    return every.pop() if len(every) == 1 else None
