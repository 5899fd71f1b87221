"""What a question declares: the names an answer may use, what they stand for, and over which values they range."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from interview_drill.formula.ast import Node

OWN = "°"
"""Ends the name of a learner's abbreviation where a symbol that only the question's file uses has the name itself."""


class Symbol(Struct, frozen=True):
    """One declared name.

    `name` is canonical; `type` is one of
      scalar    a number ranging over `range`
      size      a length (a natural number from 1), sampled small
      index     a free index running from `start` over `shape[0]`
      array     a vector, matrix or table of `shape` (names of sizes), entries in `range`;
                `start` is the first index, `outside` what lies beyond ("error" or "zero")
      function  an unknown function of one vector or scalar argument, instantiated (opaque)
      event     an event of the probability table; with `shape`, a partition into that many events
      value     an abbreviation: `value` is its definition in terms of other symbols, `parameters` its indices
    `range` is one of real, positive, nonnegative, unit ([0, 1]), probability ((0, 1)), simplex (positive entries that
    sum to 1), integer, nonzero, or a mapping {low, high, integer}.
    `spellings` are further ways to write it, in any notation.
    `answer` marks a name of the answer itself: it may stand only in a chain of `=`.
    """

    name: str
    type: str
    shape: tuple[str, ...] = ()
    range: str | Mapping[str, float] = "real"
    start: int = 1
    outside: str = "error"
    spellings: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    value: Node | None = None
    answer: bool = False


class Scope(Struct, frozen=True):
    """The declared names of one form of a question, by canonical name.

    `conditions` are trees that every sample must satisfy (n >= k); `elementwise` declares that every product of
    equal vectors is elementwise. Of `options`, `derivatives` makes derivatives operators, as in the lines of a
    derivation, `distributions` names what expectations are taken over (a Normal each, the usual one first), `free`
    lets any letter be a number, `internal` names symbols that a learner is not told of, `yielding` those whose names a
    learner may take and `hidden` those whose names are taken, `made` those that the learner made, and `asked` the names
    of the answer that have no value of their own.
    """

    symbols: Mapping[str, Symbol]
    conditions: tuple[Node, ...] = ()
    elementwise: bool = False
    options: Mapping[str, object] = {}


class Normal(Struct, frozen=True):
    """A normal distribution of one declared scalar, `variable`; `mean` and `variance` do not hold it.

    `names` are further letters that an expectation may have lowered for it (the variable, a standardised one).
    """

    variable: str
    mean: Node
    variance: Node
    names: tuple[str, ...] = ()


class Declaration(Struct, frozen=True):
    """A symbol as a question's file declares it: as Symbol, but for a value that is still text."""

    type: str = "value"
    shape: tuple[str, ...] = ()
    range: str | Mapping[str, float | bool] = "real"
    start: int = 1
    outside: str = "error"
    spellings: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    value: str | None = None


class Form(Struct, frozen=True, eq=False):
    """One form of a key with the names it may be written in: the domain that an answer is compared on.

    `key` is LaTeX; `answers` are names of the answer itself, and one without a value of its own stands for the key.
    `others` are names of quantities that the question is not about: no name for the answer, and nobody is told of them.
    `conditions` are comparisons that every sample must satisfy. Forms are told apart by identity.
    """

    key: str
    symbols: Mapping[str, Declaration]
    answers: Mapping[str, Declaration] = {}
    others: Mapping[str, Declaration] = {}
    conditions: tuple[str, ...] = ()
    elementwise: bool = False
