"""Trees -> scalar trees at one instance: sums written out, entries as atoms, abbreviations as what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, deriving, events, functions, products, sums, symbols
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, RowVector, Value, array, each, rank, row_vector, scalar, spelled


def instantiate(tree: ast.Node, here: Instance) -> Value:
    """The value of a tree at an instance. Raises AnswerError where the tree makes no sense there, or TooLarge."""
    return MAKERS[type(tree)](tree, here)


def integer(tree: ast.Node, here: Instance) -> int:
    """The value of an index or bound, which must be a whole number."""
    plain = _plain_integer(tree, here)
    if plain is not None:
        return plain
    found = scalar(instantiate(tree, here), spelled(tree, here)).number
    if found is None or found.denominator != 1:
        raise AnswerError("index-not-whole", name=spelled(tree, here))
    return int(found)


def _plain_integer(tree: ast.Node, here: Instance) -> int | None:
    """i, 3 and i + 1 - j without exact fractions, which cost more than the sums they stand in; None for the rest."""
    if isinstance(tree, ast.Name):
        return here.indices.get(tree.name)
    if isinstance(tree, ast.Number):
        return tree.value.numerator if tree.value.denominator == 1 else None
    if isinstance(tree, ast.Minus):
        inner = _plain_integer(tree.operand, here)
        return None if inner is None else -inner
    if isinstance(tree, ast.Plus):
        terms = [_plain_integer(term, here) for term in tree.terms]
        return None if None in terms else sum(terms)
    return None


def _number(tree: ast.Number, here: Instance) -> Value:
    return here.pool.num(tree.value)


def _name(tree: ast.Name, here: Instance) -> Value:
    return symbols.named(tree, here, instantiate)


def _entry(tree: ast.Entry, here: Instance) -> Value:
    return symbols.entry(tree, here, instantiate, integer)


def _apply(tree: ast.Apply, here: Instance) -> Value:
    symbol = here.symbol(tree.function)
    if symbol is None:
        return functions.apply(tree, here, instantiate, integer)
    if here.kept and f"{symbol.name}()" in here.kept and deriving.is_own(tree, here):
        return here.pool.sym(f"{symbol.name}()")
    if deriving.is_family(symbol, here):
        return deriving.member(symbol, tree, here, instantiate, integer)
    arguments = [instantiate(argument, here) for argument in tree.arguments]
    if symbol.value is None:
        return _unknown(symbol, arguments, here)
    return each_argument(symbol, arguments, here)


def each_argument(symbol, arguments: list[Value], here: Instance) -> Value:
    """A declared function with a definition, applied entry by entry."""

    def once(*nodes: Node) -> Node:
        bound = dict(zip(symbol.parameters, nodes, strict=True))
        return scalar(instantiate(symbol.value, here.within(bound, {})), symbol.name)

    if len(arguments) != len(symbol.parameters):
        raise AnswerError("wrong-number-of-arguments", name=symbol.name, count=len(symbol.parameters))
    return each(once, *arguments)


def _unknown(symbol, arguments: list[Value], here: Instance) -> Value:
    """An unknown function: of one number, or of all entries of its vector."""
    wanted = len(symbol.parameters) or 1
    if len(arguments) != wanted:
        raise AnswerError("wrong-number-of-arguments", name=symbol.name, count=wanted)
    nodes = [node for argument in arguments for node in (argument.reshape(-1) if rank(argument) else [argument])]
    if not symbol.shape:
        return here.pool.node("call", symbol.name, *nodes)
    (length,) = here.shape(symbol)
    return array([here.pool.node("call", f"{symbol.name}[{place}]", *nodes) for place in range(1, length + 1)])


def _plus(tree: ast.Plus, here: Instance) -> Value:
    values = [instantiate(term, here) for term in tree.terms]
    products.same_shapes(values, tree.terms, here)
    return each(here.pool.add, *values)


def _minus(tree: ast.Minus, here: Instance) -> Value:
    return each(here.pool.neg, instantiate(tree.operand, here))


def _times(tree: ast.Times, here: Instance) -> Value:
    return products.product([instantiate(factor, here) for factor in tree.factors], tree, here)


def _over(tree: ast.Over, here: Instance) -> Value:
    above, below = instantiate(tree.numerator, here), instantiate(tree.denominator, here)
    return products.quotient(above, below, tree, here)


def _power(tree: ast.Power, here: Instance) -> Value:
    return products.power(instantiate(tree.base, here), instantiate(tree.exponent, here), tree, here)


def _cases(tree: ast.Cases, here: Instance) -> Value:
    """Written cases that overlap must agree, unless the notation takes the first: agreement.py looks at them."""
    pool, label = here.pool, None if tree.first_wins else "agree"
    if here.scope.options.get("derivatives"):
        tree = deriving.possible(tree, here, instantiate)
    branches = [(instantiate(value, here), instantiate(condition, here)) for value, condition in tree.branches]
    otherwise = None if tree.otherwise is None else instantiate(tree.otherwise, here)
    flat = [part for branch in branches for part in branch] + ([otherwise] if otherwise is not None else [])

    def choose(*nodes: Node) -> Node:
        last = nodes[-1] if otherwise is not None else None
        pairs = nodes[: 2 * len(branches)]
        conditions = map(pool.as_condition, pairs[1::2])
        return pool.cases(list(zip(pairs[::2], conditions, strict=True)), last, label)

    return each(choose, *flat)


def _compare(tree: ast.Compare, here: Instance) -> Value:
    left, right = instantiate(tree.left, here), instantiate(tree.right, here)
    return each(lambda a, b: here.pool.compare(tree.operator, a, b), left, right)


def _logic(tree: ast.Logic, here: Instance) -> Value:
    operands = [instantiate(operand, here) for operand in tree.operands]
    return each(lambda *nodes: here.pool.logic(tree.operator, *map(here.pool.as_condition, nodes)), *operands)


def _norm(tree: ast.Norm, here: Instance) -> Value:
    return products.norm(instantiate(tree.operand, here), tree.order, here)


def _transpose(tree: ast.Transpose, here: Instance) -> Value:
    value = instantiate(tree.operand, here)
    if isinstance(value, RowVector):
        return np.asarray(value).reshape(-1)
    if rank(value) == 2:
        return value.T
    return value if here.arrays or rank(value) == 0 else row_vector(value)


def _stack(tree: ast.Stack, here: Instance) -> Value:
    parts = [instantiate(part, here) for part in tree.parts]
    if any(rank(part) > 1 for part in parts):
        raise AnswerError("stack-of-matrices")
    return np.concatenate([part if rank(part) else array([part]) for part in parts])


def _derivative(tree: ast.Derivative, here: Instance) -> Value:
    if not here.scope.options.get("derivatives"):
        raise AnswerError("derivative-not-taken")
    return deriving.taken(tree, here, instantiate, integer)


def _big(tree: ast.Big, here: Instance) -> Value:
    return sums.big(tree, here, instantiate, integer)


def _probability(tree: ast.Probability, here: Instance) -> Value:
    return events.probability(tree, here, integer)


def _expectation(tree: ast.Expectation, here: Instance) -> Value:
    return sums.expectation(tree, here, instantiate)


MAKERS: dict[type, Callable[..., Value]] = {
    ast.Number: _number,
    ast.Name: _name,
    ast.Entry: _entry,
    ast.Apply: _apply,
    ast.Plus: _plus,
    ast.Minus: _minus,
    ast.Times: _times,
    ast.Over: _over,
    ast.Power: _power,
    ast.Big: _big,
    ast.Cases: _cases,
    ast.Compare: _compare,
    ast.Logic: _logic,
    ast.Norm: _norm,
    ast.Transpose: _transpose,
    ast.Stack: _stack,
    ast.Probability: _probability,
    ast.Expectation: _expectation,
    ast.Derivative: _derivative,
}
