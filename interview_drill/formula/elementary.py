"""Scalar trees: what is left of a formula when all sizes and indices are numbers.

Sums are written out, entries are atoms, vectors are arrays of trees. Nodes are interned in a Pool, so that equal
subtrees are one node (a graph), and comparing or evaluating them twice costs nothing.

Operators: num, sym, +, *, /, ^, neg, fn (a standard function), call (an unknown function), cases, cmp, and, or, not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from fractions import Fraction
from itertools import count
from math import ceil, floor, prod
from operator import attrgetter

from msgspec import Struct

MOST_BITS = 512
"""Exact powers longer than this stay unevaluated: 2^(10^9) must not be computed."""
MOST_NODES = 60_000
MOST_TERMS = 20_000


_SERIALS = count()
SERIAL = attrgetter("serial")


class TooLarge(Exception):
    """The formula written out has more nodes than we are ready to evaluate."""


class Node(Struct, frozen=True, eq=False):
    """`label` is the number, name, function or comparison; `parts` are nodes. Equal nodes of one pool are identical.

    `serial` grows with every node made, so that parts come before what is made of them.
    """

    op: str
    label: object
    parts: tuple[Node, ...]
    serial: int

    @property
    def number(self) -> Fraction | None:
        """The exact value of a number, None for anything else."""
        return self.label if self.op == "num" else None  # type: ignore[return-value]


class Pool:
    """Makes nodes, each only once, and folds exact arithmetic of numbers.

    `written` is for whoever writes the same thing out again and again: abbreviations inside sums. `terms` counts the
    terms of sums written out so far.
    """

    def __init__(self) -> None:
        self.written: dict[Hashable, object] = {}
        self._nodes: dict[tuple, Node] = {}
        self._whole: dict[int, Node] = {}
        self.terms = 0

    def node(self, op: str, label: object = None, *parts: Node) -> Node:
        """The one node with this operator, label and parts. Raises TooLarge."""
        key = (op, label, *map(id, parts))
        found = self._nodes.get(key)
        if found is None:
            if len(self._nodes) > MOST_NODES:
                raise TooLarge
            found = self._nodes[key] = Node(op, label, parts, next(_SERIALS))
        return found

    def spend(self, terms: int) -> None:
        """Count the terms of sums written out, those inside each other too. Raises TooLarge."""
        self.terms += terms
        if self.terms > MOST_TERMS:
            raise TooLarge

    def num(self, value: Fraction | int) -> Node:
        if type(value) is not int:
            return self.node("num", Fraction(value))
        if value not in self._whole:
            self._whole[value] = self.node("num", Fraction(value))
        return self._whole[value]

    def sym(self, name: str) -> Node:
        return self.node("sym", name)

    def add(self, *terms: Node) -> Node:
        """The sum; numbers are added up and a zero is left out."""
        terms = tuple(map(self.as_number, terms))
        numbers = [term.label for term in terms if term.op == "num"]
        rest = [term for term in terms if term.op != "num"] if numbers else terms
        constant = sum(numbers)
        if not rest:
            return self.num(constant)
        kept = rest if constant == 0 else [*rest, self.num(constant)]
        return kept[0] if len(kept) == 1 else self.node("+", None, *kept)

    def mul(self, *factors: Node) -> Node:
        """The product; numbers are multiplied, a one is left out, and a zero among atoms makes zero."""
        factors = tuple(map(self.as_number, factors))
        numbers = [factor.label for factor in factors if factor.op == "num"]
        rest = [factor for factor in factors if factor.op != "num"] if numbers else factors
        constant = prod(numbers)
        if not rest or (constant == 0 and all(factor.op == "sym" for factor in rest)):
            return self.num(constant if not rest else 0)
        kept = rest if constant == 1 else [self.num(constant), *rest]
        return kept[0] if len(kept) == 1 else self.node("*", None, *kept)

    def div(self, above: Node, below: Node) -> Node:
        above, below = self.as_number(above), self.as_number(below)
        if above.op == "num" and below.op == "num" and below.label != 0:
            return self.num(above.label / below.label)
        return above if below.number == 1 else self.node("/", None, above, below)

    def neg(self, operand: Node) -> Node:
        operand = self.as_number(operand)
        return self.num(-operand.label) if operand.op == "num" else self.node("neg", None, operand)

    def pow(self, base: Node, exponent: Node) -> Node:
        base, exponent = self.as_number(base), self.as_number(exponent)
        if exponent.number == 1:
            return base
        if base.op == "num" and exponent.op == "num" and _short_power(base.label, exponent.label):
            return self.num(base.label**exponent.label.numerator)
        return self.node("^", None, base, exponent)

    def fn(self, name: str, *arguments: Node) -> Node:
        """A standard function; one that makes a whole number or one of its arguments is worked out for numbers."""
        arguments = tuple(map(self.as_number, arguments))
        if name in FOLDED and arguments and all(argument.op == "num" for argument in arguments):
            return self.num(FOLDED[name](*(argument.label for argument in arguments)))
        return self.node("fn", name, *arguments)

    def as_number(self, node: Node) -> Node:
        """A condition in arithmetic counts as 1 or 0."""
        if node.op not in CONDITIONS:
            return node
        return self.cases([(self.num(1), node)], self.num(0))

    def as_condition(self, node: Node) -> Node:
        """A number where a condition is asked holds unless it is 0."""
        return node if node.op in CONDITIONS else self.compare("!=", node, self.num(0))

    def compare(self, operator: str, left: Node, right: Node) -> Node:
        """A condition; one between numbers is decided at once."""
        if left.op == "num" and right.op == "num":
            return self.truth(COMPARISONS[operator](left.label, right.label))
        return self.node("cmp", operator, left, right)

    def truth(self, holds: bool) -> Node:
        return self.node("true" if holds else "false")

    def logic(self, operator: str, *operands: Node) -> Node:
        """`and`, `or`, `not`, decided as far as the operands are."""
        known = [operand.op == "true" for operand in operands if operand.op in ("true", "false")]
        if operator == "not":
            return self.truth(not known[0]) if known else self.node("not", None, *operands)
        decisive = operator == "or"
        if decisive in known:
            return self.truth(decisive)
        open_ones = [operand for operand in operands if operand.op not in ("true", "false")]
        if not open_ones:
            return self.truth(not decisive)
        return open_ones[0] if len(open_ones) == 1 else self.node(operator, None, *open_ones)

    def cases(self, branches: list[tuple[Node, Node]], otherwise: Node | None, label: str | None = None) -> Node:
        """The first value whose condition holds, else `otherwise` (undefined where that is None).

        The label "agree" marks cases that must agree where they overlap.
        """
        kept: list[Node] = []
        for value, condition in branches:
            if condition.op == "true":
                otherwise = value
                break
            if condition.op != "false":
                kept += [value, condition]
        if not kept:
            return otherwise if otherwise is not None else self.node("fn", "undefined")
        tail = otherwise if otherwise is not None else self.node("fn", "undefined")
        return self.node("cases", label, *kept, tail)


def _short_power(base: Fraction, exponent: Fraction) -> bool:
    if exponent.denominator != 1 or (base == 0 and exponent <= 0):
        return False
    return (base.numerator.bit_length() + base.denominator.bit_length()) * abs(exponent.numerator) <= MOST_BITS


FOLDED: dict[str, Callable[..., Fraction]] = {
    "abs": abs,
    "floor": lambda x: Fraction(floor(x)),
    "ceil": lambda x: Fraction(ceil(x)),
    "sign": lambda x: Fraction((x > 0) - (x < 0)),
    "max": lambda *parts: max(parts),
    "min": lambda *parts: min(parts),
}
CONDITIONS = {"cmp", "and", "or", "not", "true", "false"}
COMPARISONS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def in_order(roots: list[Node]) -> list[Node]:
    """Every node below the roots once, parts before what is made of them (no recursion: trees may be deep)."""
    found: dict[int, Node] = {}
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node.serial not in found:
            found[node.serial] = node
            waiting += node.parts
    return sorted(found.values(), key=SERIAL)


def as_json(root: Node) -> list:
    """The tree as nested lists, for the prover; shared nodes are shared lists."""
    made: dict[int, list] = {}
    for node in in_order([root]):
        made[id(node)] = _json(node, [made[id(part)] for part in node.parts])
    return made[id(root)]


def _json(node: Node, parts: list) -> list:
    if node.op == "num":
        return ["num", str(node.label)]
    if node.op == "cases":
        *pairs, otherwise = parts
        undefined = otherwise == ["fn", "undefined"]
        return [
            "cases",
            [list(pair) for pair in zip(pairs[::2], pairs[1::2], strict=True)],
            None if undefined else otherwise,
        ]
    return [node.op, *parts] if node.label is None else [node.op, node.label, *parts]
