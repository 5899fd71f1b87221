"""Sums of names with rational coefficients: what is left of a comparison once its numbers are worked out."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from interview_drill.formula import ast

LARGEST = 8
"""Powers beyond it are left as they are."""
Coefficients = dict[str | None, Fraction]
"""Of each name, and under None the number without one; none of them 0."""


def straightened(comparison: ast.Compare) -> Coefficients | None:
    """Left side less right side, the first name once; None where these are no sums of names and numbers."""
    left, right = coefficients(comparison.left), coefficients(comparison.right)
    if left is None or right is None:
        return None
    found = _added([left, _scaled(right, Fraction(-1))])
    first = next((value for name, value in found.items() if name is not None), Fraction(1))
    return _scaled(found, 1 / abs(first))


def coefficients(tree: ast.Tree) -> Coefficients | None:
    """The coefficients of a tree, None where it is no sum of names and numbers."""
    if isinstance(tree, ast.Number):
        return _added([{None: tree.value}])
    if isinstance(tree, ast.Name):
        return {tree.name: Fraction(1)}
    if isinstance(tree, ast.Plus):
        return _sum(map(coefficients, tree.terms))
    if isinstance(tree, ast.Minus):
        return _product([coefficients(tree.operand), {None: Fraction(-1)}])
    if isinstance(tree, ast.Times):
        return _product(map(coefficients, tree.factors))
    if isinstance(tree, ast.Power):
        return _power(_number(coefficients(tree.base)), _number(coefficients(tree.exponent)))
    if isinstance(tree, ast.Over):
        below = _number(coefficients(tree.denominator))
        return _product([coefficients(tree.numerator), {None: 1 / below}]) if below else None
    return None


def _power(base: Fraction | None, exponent: Fraction | None) -> Coefficients | None:
    """A number to a whole power of no great size."""
    if not base or exponent is None or exponent.denominator != 1 or abs(exponent) > LARGEST:
        return None
    return {None: base ** int(exponent)}


def _sum(terms: Iterable[Coefficients | None]) -> Coefficients | None:
    known = list(terms)
    return None if None in known else _added(known)


def _product(factors: Iterable[Coefficients | None]) -> Coefficients | None:
    """A product of which one factor at most has names."""
    named: Coefficients | None = None
    scale = Fraction(1)
    for factor in factors:
        value = _number(factor)
        if value is not None:
            scale *= value
        elif factor is None or named is not None:
            return None
        else:
            named = factor
    return _scaled({None: Fraction(1)} if named is None else named, scale)


def _number(found: Coefficients | None) -> Fraction | None:
    """What a tree without names comes to."""
    return None if found is None or set(found) - {None} else found.get(None, Fraction(0))


def _scaled(found: Coefficients, by: Fraction) -> Coefficients:
    return {name: value * by for name, value in found.items() if by}


def _added(terms: Iterable[Coefficients]) -> Coefficients:
    total: Coefficients = {}
    for term in terms:
        for name, value in term.items():
            total[name] = total.get(name, Fraction(0)) + value
    return {name: value for name, value in total.items() if value}
