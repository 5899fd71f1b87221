"""Conditions of a recipe: comparisons of sizes, whole numbers, and sums, differences, products, remainders of them."""

from __future__ import annotations

import ast
import operator
from collections.abc import Mapping
from itertools import pairwise

OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Mod: operator.mod}
COMPARISONS = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def holds(condition: str, sizes: Mapping[str, int]) -> bool:
    """Whether the sizes meet it. ValueError where it is no comparison of sizes, KeyError for a size without a name."""
    tree = _read(condition)
    terms = [_number(term, sizes) for term in (tree.left, *tree.comparators)]
    return all(COMPARISONS[type(sign)](*pair) for sign, pair in zip(tree.ops, pairwise(terms), strict=True))


def _read(condition: str) -> ast.Compare:
    try:
        tree = ast.parse(condition, mode="eval").body
    except SyntaxError as error:
        raise ValueError(condition) from error
    if not isinstance(tree, ast.Compare) or not all(type(sign) in COMPARISONS for sign in tree.ops):
        raise ValueError(condition)
    return tree


def _number(term: ast.expr, sizes: Mapping[str, int]) -> int:
    if isinstance(term, ast.Name):
        return sizes[term.id]
    if isinstance(term, ast.Constant) and type(term.value) is int:
        return term.value
    if isinstance(term, ast.BinOp) and type(term.op) in OPERATIONS:
        return OPERATIONS[type(term.op)](_number(term.left, sizes), _number(term.right, sizes))
    raise ValueError(ast.unparse(term))
