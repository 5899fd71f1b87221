"""The one syntax tree that every notation is read into, and that deciding, proving and laying out work on.

Nodes are immutable, compare by structure, and hold no source text. Names are canonical ASCII spellings
(`y_hat`, `lambda`, `C_tilde`): how a name is printed is the layout's business, how it is spelled the scope's.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec


class Tree(msgspec.Struct, frozen=True, gc=False):
    """A node, or the range of an index: what stands in a tree and is no plain data.

    Structs, because twenty dataclasses take a tenth of the time in which a cold answer is judged.
    """


class Number(Tree):
    """An exact rational; `0.5` is read as 1/2."""

    value: Fraction


class Name(Tree):
    """A declared symbol, a bound index, or a constant (`pi`, `e`, `inf`)."""

    name: str


class Entry(Tree):
    """One entry of an array or table: z_k, I(i+m, j+n), s(X, y)."""

    base: Node
    indices: tuple[Node, ...]


class Apply(Tree):
    """A function of the standard table (exp, log, abs, floor, max, delta, ...) or a declared one (F, sigma)."""

    function: str
    arguments: tuple[Node, ...]


class Plus(Tree):
    terms: tuple[Node, ...]


class Minus(Tree):
    operand: Node


class Times(Tree):
    """A product; `sign` is how it was written: "" (none), "*", "dot", "cross", "odot" or "@" (matrix product)."""

    factors: tuple[Node, ...]
    sign: str = ""


class Over(Tree):
    numerator: Node
    denominator: Node


class Power(Tree):
    base: Node
    exponent: Node


class Range(Tree):
    """Bounds of an index, both inclusive; `upper` is None where only the declared symbols say where it ends."""

    lower: Node
    upper: Node | None


class Big(Tree):
    """A sum, product, maximum or minimum over bound indices.

    `operator` is sum, prod, max, min, argmax or argmin; `bounds` has one place an index: a Range, the name of a
    declared set, or None where the declared symbols settle it. `condition` holds what else is asked (i != k).
    `indices` is empty for a reduction over the entries of a vector body.
    """

    operator: str
    indices: tuple[str, ...]
    bounds: tuple[Range | str | None, ...]
    condition: Node | None
    body: Node


class Cases(Tree):
    """Written cases: (value, condition) pairs and the value otherwise (None where nothing is said).

    `first_wins` is True where the notation takes the first that holds (Python, Piecewise); on paper, cases that
    overlap must agree.
    """

    branches: tuple[tuple[Node, Node], ...]
    otherwise: Node | None
    first_wins: bool


class Compare(Tree):
    """A condition; `operator` is one of < <= > >= = != in."""

    operator: str
    left: Node
    right: Node


class Logic(Tree):
    """`and`, `or`, `not` over conditions."""

    operator: str
    operands: tuple[Node, ...]


class Norm(Tree):
    """A norm of a vector or matrix; `order` is the p of the p-norm (2 where nothing is said)."""

    operand: Node
    order: Node


class Transpose(Tree):
    operand: Node


class Stack(Tree):
    """Vectors or scalars joined end to end: [h, x]."""

    parts: tuple[Node, ...]


class Probability(Tree):
    """P(event | given); both are trees over declared events (Name, Entry, Logic)."""

    event: Node
    given: Node | None


class Expectation(Tree):
    """The mean of `body` where `variable` is drawn from the declared distribution named `distribution`."""

    variable: str
    distribution: str
    body: Node


class Derivative(Tree):
    """An operator that only derivations take: the derivative of `body` with respect to `variable`."""

    body: Node
    variable: Node


Node = (
    Number | Name | Entry | Apply | Plus | Minus | Times | Over | Power | Big | Cases | Compare | Logic | Norm
    | Transpose | Stack | Probability | Expectation | Derivative
)
