"""Scalar trees into quotients of polynomials, equal subtrees once.

Trees come as JSON lists; `Grove` interns them, so that a tree of thousands of nodes with shared parts is a small graph.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from interview_drill.formula.proving.angles import sine_and_cosine
from interview_drill.formula.proving.branches import Conditions
from interview_drill.formula.proving.moduli import maximum, minimum, modulus, sign
from interview_drill.formula.proving.powers import exponential, logarithm, power
from interview_drill.formula.proving.quotient import (
    Quotient,
    add,
    constant,
    invert,
    key_of,
    lowest,
    multiply,
    negate,
    subtract,
    value_of,
)
from interview_drill.formula.proving.rounding import ceiling, floor
from interview_drill.formula.proving.space import Space, Undefined, Unsupported

PARTIAL = {"log", "sqrt", "asin", "acos", "tan", "undefined"}
LEAVES = {"num", "sym"}
MOST_DIGITS = 400


class Node(Struct, frozen=True, eq=False):
    """`label` is the number, name, function or comparison; `partial` says that it may have no value somewhere."""

    op: str
    label: str | None
    parts: tuple[Node, ...]
    partial: bool


class Grove:
    """Interns trees: structurally equal ones become one node."""

    def __init__(self) -> None:
        self._nodes: dict[tuple, Node] = {}
        self._lists: dict[int, tuple[list, Node]] = {}

    def plant(self, tree: Sequence) -> Node:
        """The node of a JSON tree. A list seen before (the same object) is not walked again."""
        seen = self._lists.get(id(tree))
        if seen is None:
            seen = self._lists[id(tree)] = (tree, self._made(tree))
        return seen[1]

    def _made(self, tree: Sequence) -> Node:
        op, *rest = tree
        if op in LEAVES:
            return self._node(op, rest[0], ())
        if op == "cases":
            flat = [part for branch in rest[0] for part in branch]
            return self._node(op, None, tuple(self.plant(part) for part in [*flat, rest[1] or ["fn", "undefined"]]))
        label, parts = (rest[0], rest[1:]) if op in ("fn", "call", "cmp") else (None, rest)
        return self._node(op, label, tuple(self.plant(part) for part in parts))

    def _node(self, op: str, label: str | None, parts: tuple[Node, ...]) -> Node:
        key = (op, label, *map(id, parts))
        if key not in self._nodes:
            partial = op in ("/", "^") or label in PARTIAL or any(part.partial for part in parts)
            self._nodes[key] = Node(op, label, parts, partial)
        return self._nodes[key]


class Evaluation:
    """One side of a goal in one space; `symbols` gives the quotient of a name."""

    def __init__(self, space: Space, symbols: Callable[[str], Quotient]) -> None:
        self.space = space
        self.symbols = symbols
        self._done: dict[int, Quotient] = {}
        self._conditions = Conditions(space, self.of)

    def of(self, node: Node) -> Quotient:
        found = self._done.get(id(node))
        if found is None:
            found = self._done[id(node)] = self._value(node)
        return found

    def _value(self, node: Node) -> Quotient:
        if node.op == "cases":
            return self._conditions.cases(node)
        if node.op == "num":
            return constant(self.space, number(node.label))
        if node.op == "sym":
            return self.symbols(node.label)
        arguments = [self.of(part) for part in node.parts]
        if node.op == "call":
            return opaque(self.space, f"call {node.label}", arguments)
        table, name = (FUNCTIONS, node.label) if node.op == "fn" else (OPERATORS, node.op)
        if name not in table:
            raise Unsupported(str(name))
        return table[name](self.space, *arguments)


def number(text: str) -> Fraction:
    """A number of a goal. Raises Unsupported for one of too many digits."""
    if len(str(text)) > MOST_DIGITS or "e" in str(text).lower():
        raise Unsupported("number")
    return Fraction(str(text))


def total(space: Space, *terms: Quotient) -> Quotient:
    result = constant(space, 0)
    for term in terms:
        result = add(space, result, term)
    return result


def product_of(space: Space, *factors: Quotient) -> Quotient:
    result = constant(space, 1)
    for factor in factors:
        result = multiply(space, result, factor)
    return result


def over(space: Space, above: Quotient, below: Quotient) -> Quotient:
    """The quotient of two."""
    return multiply(space, above, invert(space, below))


def opaque(space: Space, name: str, arguments: Sequence[Quotient]) -> Quotient:
    """An unknown function: equal arguments, whatever their form, make the same atom."""
    arguments = [lowest(space, argument) for argument in arguments]
    for atom in [atom for atom in space.atoms if atom.kind == name and len(atom.payload) == len(arguments)]:
        if all(not subtract(space, one, other).num for one, other in zip(atom.payload, arguments, strict=True)):
            return Quotient(space.polynomial(atom))
    key = (name, *(key_of(space, argument) for argument in arguments))
    return Quotient(space.polynomial(space.atom(key, payload=tuple(arguments))))


def odd(space: Space, name: str, argument: Quotient) -> Quotient:
    """An odd function is called with a positive leading coefficient."""
    if not argument.num:
        return argument
    if argument.num.LC < 0:
        return negate(opaque(space, name, [negate(argument)]))
    return opaque(space, name, [argument])


def arcsine(space: Space, argument: Quotient) -> Quotient:
    """Needs its argument in [-1, 1], which is noted."""
    argument = lowest(space, argument)
    squared = multiply(space, argument, argument)
    space.required.add(("within one", key_of(space, squared)))
    return odd(space, "asin", argument)


def arccosine(space: Space, argument: Quotient) -> Quotient:
    quarter = multiply(space, pi(space), constant(space, Fraction(1, 2)))
    return subtract(space, quarter, arcsine(space, argument))


def arctangent(space: Space, argument: Quotient) -> Quotient:
    """At 1 a quarter of pi: scalar trees have no other way to write pi."""
    argument = lowest(space, argument)
    number = value_of(argument)
    if number is not None and abs(number) == 1:
        return multiply(space, pi(space), constant(space, number / 4))
    return odd(space, "atan", argument)


def pi(space: Space) -> Quotient:
    return Quotient(space.polynomial(space.atom(("pi",), signs=frozenset((1,)))))


def hyperbolic(space: Space, argument: Quotient, sign_: int) -> Quotient:
    """exp(x) + sign * exp(-x)."""
    reflected = exponential(space, negate(argument))
    return add(space, exponential(space, argument), reflected if sign_ > 0 else negate(reflected))


def half_hyperbolic(space: Space, argument: Quotient, sign_: int) -> Quotient:
    return multiply(space, constant(space, Fraction(1, 2)), hyperbolic(space, argument, sign_))


def hyperbolic_tangent(space: Space, argument: Quotient) -> Quotient:
    """(exp(2x) - 1) / (exp(2x) + 1): its denominator is the sigmoid's."""
    squared = exponential(space, add(space, argument, argument))
    one = constant(space, 1)
    return over(space, subtract(space, squared, one), add(space, squared, one))


def tangent(space: Space, argument: Quotient) -> Quotient:
    return over(space, *sine_and_cosine(space, argument))


def undefined(space: Space) -> Quotient:
    raise Undefined("undefined")


OPERATORS: Mapping[str, Callable[..., Quotient]] = {
    "+": total,
    "*": product_of,
    "/": over,
    "^": power,
    "neg": lambda space, x: negate(x),
}
FUNCTIONS: Mapping[str, Callable[..., Quotient]] = {
    "exp": exponential,
    "log": logarithm,
    "sqrt": lambda space, x: power(space, x, constant(space, Fraction(1, 2))),
    "abs": modulus,
    "sign": sign,
    "max": lambda space, *x: maximum(space, x),
    "min": lambda space, *x: minimum(space, x),
    "floor": floor,
    "ceil": ceiling,
    "sin": lambda space, x: sine_and_cosine(space, x)[0],
    "cos": lambda space, x: sine_and_cosine(space, x)[1],
    "tan": tangent,
    "asin": arcsine,
    "acos": arccosine,
    "atan": arctangent,
    "sinh": lambda space, x: half_hyperbolic(space, x, -1),
    "cosh": lambda space, x: half_hyperbolic(space, x, 1),
    "tanh": hyperbolic_tangent,
    "undefined": undefined,
}
