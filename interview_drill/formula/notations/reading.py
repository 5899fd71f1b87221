"""What a notation hands on: the trees of an answer, with the places they were typed at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from interview_drill.formula.ast import Node
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import free_names, walk


class Note(Struct, frozen=True):
    """Something friendly to say about how an answer was read: a message id and its facts."""

    message: str
    facts: Mapping[str, str] = {}


class Part(Struct, frozen=True, dict=True):
    """One side of a chain of `=`; `at` and `end` are offsets into the text as typed, end exclusive."""

    tree: Node
    at: int
    end: int

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Its tree and all that is in it."""
        return tuple(walk(self.tree))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names that stand free in it, in order, with repeats."""
        return tuple(free_names(self.tree))


class Chain(Struct, frozen=True):
    """One way to read an answer: its parts, all to be judged, in order.

    `label` is the text of a first part that is only a label, which is not among the parts; `named` the index letters
    which that label names (`p_i = ...` names i), `lowered` whether all of them stand in its subscript.
    `indices` maps an undeclared letter in index position, a second index, to the name of the size it runs over.
    A notation fills `parts`, `label`, `named` and `notes`; `indices.settle` does the rest.
    """

    parts: tuple[Part, ...]
    label: str | None = None
    notes: tuple[Note, ...] = ()
    indices: Mapping[str, str] = {}
    named: tuple[str, ...] = ()
    lowered: bool = False


class Reading(Struct, frozen=True):
    """All ways to read an answer, the most usual first, and the notation it was taken for.

    `scope` is what may stand in it: what was declared, and names that the answer makes for itself.
    """

    notation: str
    chains: tuple[Chain, ...]
    scope: Scope
