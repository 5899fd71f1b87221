"""The standard functions: what each means for numbers, vectors and matrices, in scalar trees."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.elementary import Node, Pool
from interview_drill.formula.instance import Instance, Value, array, each, rank, scalar, spelled
from interview_drill.formula.products import product

ELEMENTARY = {
    "log",
    "sqrt",
    "abs",
    "sign",
    "floor",
    "ceil",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "sinh",
    "cosh",
}


def apply(tree: ast.Apply, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """The value of a standard function. Raises AnswerError for an unknown one or the wrong number of arguments."""
    if tree.function == "delta":
        return _delta(tree, here, instantiate)
    arguments = [instantiate(argument, here) for argument in tree.arguments]
    if tree.function in SCALAR:
        _count(tree, len(arguments), SCALAR_COUNTS.get(tree.function, 1))
        return each(lambda *nodes: SCALAR[tree.function](here.pool, *nodes), *arguments)
    if tree.function in ("max", "min"):
        return _extreme(tree, arguments, here)
    if tree.function not in SHAPED:
        raise AnswerError("unknown-function", name=tree.function)
    return SHAPED[tree.function](tree, arguments, here)


def _count(tree: ast.Apply, found: int, wanted: int) -> None:
    if found != wanted:
        raise AnswerError("wrong-number-of-arguments", name=tree.function, count=wanted)


def sigmoid(pool: Pool, x: Node) -> Node:
    """1 / (1 + exp(-x))."""
    return pool.div(pool.num(1), pool.add(pool.num(1), pool.fn("exp", pool.neg(x))))


def _tanh(pool: Pool, x: Node) -> Node:
    return pool.fn("tanh", x)


def _step(pool: Pool, x: Node) -> Node:
    """Heaviside: its value at 0 is a half, as the mean of both sides."""
    zero = pool.num(0)
    above, below = pool.compare(">", x, zero), pool.compare("<", x, zero)
    return pool.cases([(pool.num(1), above), (zero, below)], pool.div(pool.num(1), pool.num(2)))


def _exp(pool: Pool, x: Node) -> Node:
    return pool.num(1) if x.number == 0 else pool.fn("exp", x)


def _scaled_log(base: int) -> Callable[[Pool, Node], Node]:
    return lambda pool, x: pool.div(pool.fn("log", x), pool.fn("log", pool.num(base)))


RECIPROCALS = {"sech": "cosh", "csch": "sinh", "coth": "tanh", "sec": "cos", "csc": "sin", "cot": "tan"}


def _reciprocal(of: str) -> Callable[[Pool, Node], Node]:
    return lambda pool, x: pool.div(pool.num(1), pool.fn(of, x))


SCALAR: dict[str, Callable[..., Node]] = {
    **{name: (lambda pool, x, name=name: pool.fn(name, x)) for name in ELEMENTARY},
    "exp": _exp,
    "tanh": _tanh,
    **{name: _reciprocal(of) for name, of in RECIPROCALS.items()},
    "log2": _scaled_log(2),
    "log10": _scaled_log(10),
    "sigmoid": sigmoid,
    "relu": lambda pool, x: pool.fn("max", pool.num(0), x),
    "softplus": lambda pool, x: pool.fn("log", pool.add(pool.num(1), pool.fn("exp", x))),
    "step": _step,
    "heaviside": lambda pool, x, at_zero: pool.cases(
        [(pool.num(1), pool.compare(">", x, pool.num(0))), (pool.num(0), pool.compare("<", x, pool.num(0)))], at_zero
    ),
    "indicator": lambda pool, condition: pool.as_number(pool.as_condition(condition)),
}
SCALAR_COUNTS = {"heaviside": 2}


def _delta(tree: ast.Apply, here: Instance, instantiate: Callable) -> Value:
    """Kronecker's delta of two indices."""
    _count(tree, len(tree.arguments), 2)
    left, right = (scalar(instantiate(argument, here), spelled(argument, here)) for argument in tree.arguments)
    return here.pool.as_number(here.pool.compare("=", left, right))


def _extreme(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    """max(a, b), entry by entry; max(v) of one vector is its largest entry."""
    if len(arguments) == 1 and rank(arguments[0]):
        return here.pool.fn(tree.function, *arguments[0].reshape(-1))
    if not arguments:
        raise AnswerError("wrong-number-of-arguments", name=tree.function, count=2)
    return each(lambda *nodes: here.pool.fn(tree.function, *nodes), *arguments)


TYPED = {"newaxis": "[:, None]"}
"""How a function is typed that has no name of its own."""


def _vector(tree: ast.Apply, value: Value) -> np.ndarray:
    if rank(value) != 1:
        raise AnswerError("vector-wanted", name=TYPED.get(tree.function, tree.function))
    return value


def _softmax(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 1)
    powers = [here.pool.fn("exp", entry) for entry in _vector(tree, arguments[0])]
    total = here.pool.add(*powers)
    return array([here.pool.div(power, total) for power in powers])


def _logsumexp(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 1)
    entries = _vector(tree, arguments[0])
    return here.pool.fn("log", here.pool.add(*(here.pool.fn("exp", entry) for entry in entries)))


def _mean(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 1)
    if not rank(arguments[0]):
        return arguments[0]
    entries = list(arguments[0].reshape(-1))
    return here.pool.div(here.pool.add(*entries), here.pool.num(len(entries)))


def _diag(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 1)
    value = arguments[0]
    if rank(value) == 2:
        return np.diagonal(value).copy()
    entries = _vector(tree, value)
    made = np.full((len(entries), len(entries)), here.pool.num(0), dtype=object)
    for place, entry in enumerate(entries):
        made[place, place] = entry
    return made


def _outer(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 2)
    left, right = (_vector(tree, value) for value in arguments)
    return each(here.pool.mul, left.reshape(-1, 1), right.reshape(1, -1))


def _length(tree: ast.Apply, value: Value) -> int:
    found = scalar(value, tree.function).number
    if found is None or found.denominator != 1 or not 0 < found <= 64:
        raise AnswerError("size-wanted", name=tree.function)
    return int(found)


def _eye(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    length = _length(tree, arguments[0])
    return _diag(ast.Apply("diag", (tree,)), [array([here.pool.num(1)] * length)], here)


def _filled(value: int) -> Callable[..., Value]:
    return lambda tree, arguments, here: array([here.pool.num(value)] * _length(tree, arguments[0]))


def _dot(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    _count(tree, len(arguments), 2)
    return product(arguments, ast.Times(tree.arguments, "@"), here)


def _newaxis(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    vector = _vector(tree, arguments[0])
    return vector.reshape(1, -1) if arguments[1].number == 0 else vector.reshape(-1, 1)


def _sum_axis(tree: ast.Apply, arguments: list[Value], here: Instance) -> Value:
    """NumPy's sum along an axis, keeping it where asked."""
    value, axis, keep = arguments[0], arguments[1].number, bool(arguments[2].number)
    if axis is None or not rank(value) or not -rank(value) <= axis < rank(value):
        raise AnswerError("axis-outside", name=spelled(tree.arguments[0], here))
    moved = np.moveaxis(value, int(axis), -1)
    totals = np.empty(moved.shape[:-1], dtype=object)
    for place in np.ndindex(totals.shape):
        totals[place] = here.pool.add(*moved[place])
    return np.expand_dims(totals, int(axis)) if keep else totals if totals.ndim else totals[()]


SHAPED: dict[str, Callable[..., Value]] = {
    "softmax": _softmax,
    "logsumexp": _logsumexp,
    "mean": _mean,
    "diag": _diag,
    "outer": _outer,
    "eye": _eye,
    "zeros": _filled(0),
    "ones": _filled(1),
    "dot": _dot,
    "newaxis": _newaxis,
    "sum_axis": _sum_axis,
}
