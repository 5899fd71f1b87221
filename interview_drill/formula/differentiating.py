"""Derivatives of scalar trees, exact, and atoms replaced by trees: rules of calculus over graphs of shared nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from interview_drill.errors import AnswerError
from interview_drill.formula.elementary import Node, Pool, in_order

SLOPE = "'"
"""`F'` names the derivative of an unknown function F of one number."""


def derivative(body: Node, atom: str, pool: Pool) -> Node:
    """The derivative of a tree by one of its atoms. Raises AnswerError for an operation without one."""
    found: dict[int, Node | None] = {}
    for node in in_order([body]):
        slopes = [found[id(part)] for part in node.parts]
        found[id(node)] = _of(node, slopes, atom, pool)
    total = found[id(body)]
    return pool.num(0) if total is None else total


def _of(node: Node, slopes: list[Node | None], atom: str, pool: Pool) -> Node | None:
    """One node's derivative from those of its parts; None is zero, so that what is constant costs nothing."""
    if node.op == "sym":
        return pool.num(1) if node.label == atom else None
    if all(slope is None for slope in slopes):
        return None
    if node.op not in RULES:
        raise AnswerError("derivative-of-what")
    return RULES[node.op](node, slopes, pool)


def _sum(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    return pool.add(*(slope for slope in slopes if slope is not None))


def _product(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    terms = []
    for place, slope in enumerate(slopes):
        if slope is not None:
            others = [part for at, part in enumerate(node.parts) if at != place]
            terms.append(pool.mul(slope, *others))
    return pool.add(*terms)


def _quotient(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    above, below = node.parts
    terms = []
    if slopes[0] is not None:
        terms.append(pool.div(slopes[0], below))
    if slopes[1] is not None:
        terms.append(pool.neg(pool.div(pool.mul(above, slopes[1]), pool.mul(below, below))))
    return pool.add(*terms)


def _power(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    base, exponent = node.parts
    terms = []
    if slopes[0] is not None:
        lower = pool.pow(base, pool.add(exponent, pool.num(-1)))
        terms.append(pool.mul(exponent, lower, slopes[0]))
    if slopes[1] is not None:
        terms.append(pool.mul(node, pool.fn("log", base), slopes[1]))
    return pool.add(*terms)


def _function(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    if node.label not in FUNCTIONS or len(node.parts) != 1:
        raise AnswerError("derivative-of-what")
    return pool.mul(FUNCTIONS[node.label](node.parts[0], node, pool), slopes[0])


def _call(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    """An unknown function of one number has a derivative of its own, once."""
    if len(node.parts) != 1 or str(node.label).endswith(SLOPE):
        raise AnswerError("derivative-of-what")
    return pool.mul(pool.node("call", f"{node.label}{SLOPE}", *node.parts), slopes[0])


def _cases(node: Node, slopes: list[Node | None], pool: Pool) -> Node:
    """Branch by branch, away from where one passes into another."""
    zero = pool.num(0)
    *pairs, otherwise = node.parts
    branches = [
        (slopes[at] or zero, condition) for at, condition in zip(range(0, len(pairs), 2), pairs[1::2], strict=True)
    ]
    undefined = otherwise.op == "fn" and otherwise.label == "undefined"
    return pool.cases(branches, otherwise if undefined else slopes[-1] or zero)


RULES: dict[str, Callable[[Node, list[Node | None], Pool], Node]] = {
    "+": _sum,
    "*": _product,
    "/": _quotient,
    "neg": lambda node, slopes, pool: pool.neg(slopes[0]),
    "^": _power,
    "fn": _function,
    "call": _call,
    "cases": _cases,
}


def _one_over(below: Node, pool: Pool) -> Node:
    return pool.div(pool.num(1), below)


def _square(node: Node, pool: Pool) -> Node:
    return pool.mul(node, node)


FUNCTIONS: dict[object, Callable[[Node, Node, Pool], Node]] = {
    "exp": lambda x, value, pool: value,
    "log": lambda x, value, pool: _one_over(x, pool),
    "sqrt": lambda x, value, pool: _one_over(pool.mul(pool.num(2), value), pool),
    "abs": lambda x, value, pool: pool.fn("sign", x),
    "sin": lambda x, value, pool: pool.fn("cos", x),
    "cos": lambda x, value, pool: pool.neg(pool.fn("sin", x)),
    "tan": lambda x, value, pool: pool.add(pool.num(1), _square(value, pool)),
    "atan": lambda x, value, pool: _one_over(pool.add(pool.num(1), _square(x, pool)), pool),
    "sinh": lambda x, value, pool: pool.fn("cosh", x),
    "cosh": lambda x, value, pool: pool.fn("sinh", x),
    "tanh": lambda x, value, pool: pool.add(pool.num(1), pool.neg(_square(value, pool))),
}
"""The derivative of each standard function, from its argument and its value."""


def atoms(root: Node) -> set[str]:
    """The names of the atoms below a tree."""
    return {str(node.label) for node in in_order([root]) if node.op == "sym"}


def replaced(root: Node, trees: Mapping[str, Node], pool: Pool) -> Node:
    """The tree with some atoms replaced."""
    done: dict[int, Node] = {}
    for node in in_order([root]):
        if node.op == "sym":
            done[id(node)] = trees.get(str(node.label), node)
        else:
            done[id(node)] = _rebuilt(node, [done[id(part)] for part in node.parts], pool)
    return done[id(root)]


def _rebuilt(node: Node, parts: list[Node], pool: Pool) -> Node:
    if all(new is old for new, old in zip(parts, node.parts, strict=True)):
        return node
    if node.op in BUILT:
        return BUILT[node.op](pool, *parts)
    if node.op == "cases":
        *pairs, otherwise = parts
        return pool.cases(list(zip(pairs[::2], pairs[1::2], strict=True)), otherwise, node.label)
    if node.op == "cmp":
        return pool.compare(str(node.label), *parts)
    return pool.node(node.op, node.label, *parts)


BUILT: dict[str, Callable[..., Node]] = {
    "+": Pool.add,
    "*": Pool.mul,
    "/": Pool.div,
    "neg": Pool.neg,
    "^": Pool.pow,
}
