"""Products, quotients, powers and norms of numbers, vectors and matrices: the declared shapes settle which is meant.

On paper `·` between equal vectors is the inner product, unless the question declares products elementwise; in Python
notation NumPy's rules hold. What counts is how many axes the factors have, not how long they are: at size 1 a matrix
times a vector is a vector still.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, RowVector, Value, each, rank, spelled

ELEMENTWISE = ("odot", "*")
INNER = ("dot", "@")


def same_shapes(values: Sequence[Value], trees: Sequence[ast.Node], here: Instance) -> None:
    """Terms of a sum must fit: a number beside a vector counts for each entry; other shapes differ only in NumPy."""
    shapes = {value.shape for value in values if isinstance(value, np.ndarray)}
    if len(shapes) <= 1:
        return
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        raise _misfit(trees, here) from None
    if not here.arrays:
        raise _misfit(trees, here)


def product(values: Sequence[Value], tree: ast.Times, here: Instance) -> Value:
    """The product from left to right."""
    return reduce(lambda left, right: _pair(left, right, tree, here), values)


def _pair(left: Value, right: Value, tree: ast.Times, here: Instance) -> Value:
    if tree.sign == "@" and here.arrays and not (rank(left) and rank(right)):
        raise _misfit(tree.factors, here)
    if not rank(left) or not rank(right):
        return each(here.pool.mul, left, right)
    if tree.sign == "@" or ((rank(left), rank(right)) != (1, 1) and tree.sign != "odot"):
        return _matrix_product(left, right, tree, here)
    if _entrywise(tree, here):
        same_shapes([left, right], tree.factors, here)
        return each(here.pool.mul, left, right)
    if tree.sign not in INNER:
        raise AnswerError("product-of-vectors", name=_first_vector(tree, here))
    return _matrix_product(left, right, tree, here)


def _entrywise(tree: ast.Times, here: Instance) -> bool:
    return tree.sign in ELEMENTWISE or ((here.scope.elementwise or here.arrays) and tree.sign != "@")


def _matrix_product(left: Value, right: Value, tree: ast.Times, here: Instance) -> Value:
    """Rows by columns. A vector on the left lies down, unless a transposed one follows it; one on the right stands."""
    first = left
    if rank(left) == 1:
        first = left.reshape(-1, 1) if isinstance(right, RowVector) else left.reshape(1, -1)
    second = right.reshape(-1, 1) if rank(right) == 1 else right
    if first.shape[1] != second.shape[0]:
        raise _misfit(tree.factors, here)
    made = np.empty((first.shape[0], second.shape[1]), dtype=object)
    for row, column in np.ndindex(made.shape):
        made[row, column] = _inner(first[row], second[:, column], here)
    lying = isinstance(left, RowVector) or (rank(left) == 1 and not isinstance(right, RowVector))
    return _without_lone_axes(made, lying, rank(right) == 1)


def _without_lone_axes(made: np.ndarray, lying: bool, upright: bool) -> Value:
    """A vector that lay down or stood up gives no axis to the product."""
    if lying and upright:
        return made[0, 0]
    return made[0] if lying else made[:, 0] if upright else made


def _inner(left: np.ndarray, right: np.ndarray, here: Instance) -> Node:
    return here.pool.add(*(here.pool.mul(a, b) for a, b in zip(left, right, strict=True)))


def quotient(above: Value, below: Value, tree: ast.Over, here: Instance) -> Value:
    """A quotient, entry by entry. On paper no vector is divided by a vector, and nothing by a bare vector's name.

    1/(1 + e^{-Wx}) is how people write a sigmoid of a vector, so a number over a computed vector is read.
    """
    bare = isinstance(tree.denominator, ast.Name) or rank(above)
    if rank(below) and bare and not here.arrays and not here.scope.elementwise:
        raise AnswerError("division-by-vector", name=spelled(tree.denominator, here))
    same_shapes([above, below], (tree.numerator, tree.denominator), here)
    return each(here.pool.div, above, below)


def power(base: Value, exponent: Value, tree: ast.Power, here: Instance) -> Value:
    """A power; a vector has none on paper, unless products are elementwise."""
    if rank(base) and not here.arrays and not here.scope.elementwise:
        raise AnswerError("power-of-vector", name=spelled(tree.base, here))
    return each(here.pool.pow, base, exponent)


def norm(value: Value, order: ast.Node, here: Instance) -> Node:
    """The p-norm of a vector, the Frobenius norm of a matrix, the modulus of a number."""
    entries = list(value.reshape(-1)) if rank(value) else [value]
    kind = order.value if isinstance(order, ast.Number) else order
    pool = here.pool
    if kind == 2:
        return pool.fn("sqrt", pool.add(*(pool.mul(entry, entry) for entry in entries)))
    if kind == 1:
        return pool.add(*(pool.fn("abs", entry) for entry in entries))
    if kind == ast.Name("inf"):
        return pool.fn("max", *(pool.fn("abs", entry) for entry in entries))
    if isinstance(order, ast.Number) and order.value > 0:
        total = pool.add(*(pool.pow(pool.fn("abs", entry), pool.num(order.value)) for entry in entries))
        return pool.pow(total, pool.num(1 / order.value))
    raise AnswerError("norm-order")


def _first_vector(tree: ast.Times, here: Instance) -> str:
    bare = next((factor for factor in tree.factors if isinstance(factor, ast.Name)), tree.factors[0])
    return spelled(bare, here)


def _misfit(trees: Sequence[ast.Node], here: Instance) -> AnswerError:
    named = [spelled(tree, here) for tree in trees]
    return AnswerError("shapes-do-not-fit", names=named)
