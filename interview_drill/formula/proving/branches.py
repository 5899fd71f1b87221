"""Cases and their conditions.

A condition is a polynomial in indicators, 1 where it holds and 0 elsewhere, so that most cases need no split. Where a
branch may be undefined outside of its condition (x log x for x > 0), the signs are split instead, and the branches
that do not hold are never looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from interview_drill.formula.proving.moduli import sign
from interview_drill.formula.proving.quotient import (
    Quotient,
    add,
    constant,
    key_of,
    multiply,
    subtract,
    value_of,
)
from interview_drill.formula.proving.space import Space, Split, Undefined, Unsupported

if TYPE_CHECKING:
    from interview_drill.formula.proving.tree import Node

HALF = Fraction(1, 2)

Of = Callable[["Node"], Quotient]


class Conditions:
    """Conditions and cases of one side, in one space; `of` gives the value of a node."""

    def __init__(self, space: Space, of: Of) -> None:
        self.space = space
        self.of = of

    def holds(self, node: Node) -> Quotient:
        """1 where the condition holds, 0 where it does not."""
        if node.op not in self._TABLE:
            raise Unsupported(node.op)
        return self._TABLE[node.op](self, node)

    def _compared(self, node: Node) -> Quotient:
        left, right = (self.of(part) for part in node.parts)
        sign_ = sign(self.space, subtract(self.space, left, right))
        square = multiply(self.space, sign_, sign_)
        if node.label in ("=", "=="):
            return self._without(square)
        if node.label == "!=":
            return square
        outward = sign_ if node.label in (">", "<=") else subtract(self.space, constant(self.space, 0), sign_)
        strict = multiply(self.space, add(self.space, square, outward), constant(self.space, HALF))
        return self._without(strict) if node.label in ("<=", ">=") else self._known(node.label, strict)

    def _known(self, label: str | None, value: Quotient) -> Quotient:
        if label not in ("<", ">"):
            raise Unsupported(str(label))
        return value

    def _without(self, value: Quotient) -> Quotient:
        return subtract(self.space, constant(self.space, 1), value)

    def _all(self, node: Node) -> Quotient:
        result = constant(self.space, 1)
        for part in node.parts:
            result = multiply(self.space, result, self.holds(part))
        return result

    def _any(self, node: Node) -> Quotient:
        none = constant(self.space, 1)
        for part in node.parts:
            none = multiply(self.space, none, self._without(self.holds(part)))
        return self._without(none)

    def cases(self, node: Node) -> Quotient:
        """The first branch whose condition holds; what no branch covers is required to be empty."""
        *pairs, otherwise = node.parts
        result, left = constant(self.space, 0), constant(self.space, 1)
        for branch, condition in zip(pairs[::2], pairs[1::2], strict=True):
            chosen = multiply(self.space, left, self.holds(condition))
            left = subtract(self.space, left, chosen)
            result = add(self.space, result, self._branch(branch, chosen))
        return add(self.space, result, self._rest(otherwise, left))

    def _branch(self, branch: Node, chosen: Quotient) -> Quotient:
        if not chosen.num:
            return chosen
        if branch.partial and value_of(chosen) != 1:
            raise Split(self._open_sign(chosen))
        return multiply(self.space, chosen, self.of(branch))

    def _rest(self, otherwise: Node, left: Quotient) -> Quotient:
        if otherwise.label != "undefined" or not left.num:
            return self._branch(otherwise, left)
        if value_of(left) == 1:
            raise Undefined("no case")
        self.space.required.add(("covered", key_of(self.space, left)))
        return constant(self.space, 0)

    def _open_sign(self, chosen: Quotient) -> tuple:
        """A polynomial whose sign the condition depends on."""
        for slot in self.space.slots(chosen.num):
            if self.space.atoms[slot].kind in ("above", "below"):
                return self.space.key(self.space.atoms[slot].payload)
        raise Unsupported("condition")

    _TABLE = {  # noqa: RUF012 - a table of methods, never changed
        "cmp": _compared,
        "and": _all,
        "or": _any,
        "not": lambda self, node: self._without(self.holds(node.parts[0])),
        "true": lambda self, node: constant(self.space, 1),
        "false": lambda self, node: constant(self.space, 0),
    }
