"""Trees -> scalar trees at one instance: sums written out, entries as atoms, abbreviations as what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, events, functions, products, sums
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, array, each, rank, scalar, spelled


def instantiate(tree: ast.Node, here: Instance) -> Value:
    """The value of a tree at an instance. Raises AnswerError where the tree makes no sense there, or TooLarge."""
    return MAKERS[type(tree)](tree, here)


def integer(tree: ast.Node, here: Instance) -> int:
    """The value of an index or bound, which must be a whole number."""
    plain = _plain_integer(tree, here)
    if plain is not None:
        return plain
    found = scalar(instantiate(tree, here), spelled(tree)).number
    if found is None or found.denominator != 1:
        raise AnswerError("index-not-whole", name=spelled(tree))
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
    if tree.name in here.indices:
        return here.pool.num(here.indices[tree.name])
    if tree.name in here.bound:
        return here.bound[tree.name]
    symbol = here.symbol(tree.name)
    if symbol is None:
        return _constant(tree.name, here)
    return NAMED.get(symbol.type, _unusable)(symbol, here)


def _constant(name: str, here: Instance) -> Value:
    if name == "e":
        return here.pool.fn("exp", here.pool.num(1))
    if name == "pi":
        return here.pool.mul(here.pool.num(4), here.pool.fn("atan", here.pool.num(1)))
    if name == "inf":
        return here.pool.div(here.pool.num(1), here.pool.num(0))
    if here.scope.options.get("free"):
        return here.pool.sym(name)
    raise AnswerError("name-without-value", name=name)


def _unusable(symbol, here: Instance) -> Value:
    raise AnswerError("name-not-a-value", name=symbol.name)


def _array(symbol, here: Instance) -> Value:
    shape = here.shape(symbol)
    made = np.empty(shape, dtype=object)
    for place in np.ndindex(shape):
        made[place] = atom(symbol, tuple(at + symbol.start for at in place), here)
    return made


def atom(symbol, indices: tuple[int, ...], here: Instance) -> Node:
    """The scalar symbol for one entry of a declared array."""
    return here.pool.sym(f"{symbol.name}[{','.join(map(str, indices))}]")


def _abbreviation(symbol, here: Instance) -> Value:
    """An abbreviation without its indices is the vector or matrix of its values; a parameter's own index is kept."""
    if not symbol.parameters:
        return instantiate(symbol.value, here.within({}, {}))
    runs = [parameter_range(symbol, place, here) for place in range(len(symbol.parameters))]
    made = np.empty(tuple(len(run) for run in runs), dtype=object)
    for place in np.ndindex(made.shape):
        indices = {name: run[at] for name, run, at in zip(symbol.parameters, runs, place, strict=True)}
        made[place] = scalar(instantiate(symbol.value, here.within({}, indices)), symbol.name)
    return made


def parameter_range(symbol, place: int, here: Instance) -> range:
    """The values that one parameter of an abbreviation runs over."""
    declared = here.symbol(symbol.parameters[place])
    if place < len(symbol.shape):
        return range(symbol.start, symbol.start + here.size(symbol.shape[place]))
    if declared is None or not declared.shape:
        raise AnswerError("name-needs-index", name=symbol.name)
    return range(declared.start, declared.start + here.size(declared.shape[0]))


NAMED: dict[str, Callable[..., Value]] = {
    "scalar": lambda symbol, here: here.pool.sym(symbol.name),
    "size": lambda symbol, here: here.pool.num(here.sizes[symbol.name]),
    "array": _array,
    "value": _abbreviation,
}


def _entry(tree: ast.Entry, here: Instance) -> Value:
    symbol = (
        here.symbol(tree.base.name) if isinstance(tree.base, ast.Name) and tree.base.name not in here.bound else None
    )
    if symbol is None:
        return _entry_of_value(tree, here)
    if symbol.type == "value":
        return _abbreviated_entry(symbol, tree, here)
    if symbol.type != "array":
        raise AnswerError("name-takes-no-index", name=symbol.name)
    shape = here.shape(symbol)
    if len(tree.indices) < len(shape):
        return _entry_of_value(tree, here, symbol.start)
    return _array_entry(symbol, shape, tuple(integer(index, here) for index in tree.indices), here)


def _array_entry(symbol, shape: tuple[int, ...], indices: tuple[int, ...], here: Instance) -> Node:
    if len(indices) != len(shape):
        raise AnswerError("too-many-indices", name=symbol.name, count=len(shape))
    if all(0 <= at - symbol.start < length for at, length in zip(indices, shape, strict=True)):
        return atom(symbol, indices, here)
    if symbol.outside == "zero":
        return here.pool.num(0)
    raise AnswerError("index-outside", name=symbol.name, start=symbol.start, size=symbol.shape[0])


def _abbreviated_entry(symbol, tree: ast.Entry, here: Instance) -> Value:
    if not symbol.parameters:
        return _entry_of_value(tree, here, symbol.start)
    if len(symbol.parameters) != len(tree.indices):
        raise AnswerError("too-many-indices", name=symbol.name, count=len(symbol.parameters))
    indices = {}
    for place, (name, index) in enumerate(zip(symbol.parameters, tree.indices, strict=True)):
        indices[name] = integer(index, here)
        run = parameter_range(symbol, place, here)
        if indices[name] not in run:
            raise AnswerError("index-outside", name=symbol.name, start=run.start, size=len(run))
    return instantiate(symbol.value, here.within({}, indices))


def _entry_of_value(tree: ast.Entry, here: Instance, start: int = 1) -> Value:
    """An entry of something computed, such as (Wh)_i or softmax(z)_k."""
    value = instantiate(tree.base, here)
    if rank(value) < len(tree.indices):
        raise AnswerError("too-many-indices", name=spelled(tree.base), count=rank(value))
    for index in tree.indices:
        at = integer(index, here) - start
        if not 0 <= at < len(value):
            raise AnswerError("index-outside", name=spelled(tree.base), start=start, size=len(value))
        value = value[at]
    return value


def _apply(tree: ast.Apply, here: Instance) -> Value:
    symbol = here.symbol(tree.function)
    if symbol is None:
        return functions.apply(tree, here, instantiate, integer)
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
    if rank(value) == 2:
        return value.T
    return value if here.arrays or rank(value) == 0 else value.reshape(1, -1)


def _stack(tree: ast.Stack, here: Instance) -> Value:
    parts = [instantiate(part, here) for part in tree.parts]
    if any(rank(part) > 1 for part in parts):
        raise AnswerError("stack-of-matrices")
    return np.concatenate([part if rank(part) else array([part]) for part in parts])


def _derivative(tree: ast.Derivative, here: Instance) -> Value:
    raise AnswerError("derivative-not-taken")


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
