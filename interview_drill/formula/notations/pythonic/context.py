"""What every part of the reading needs: the declared names, what is bound so far, and the errors' places."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, count

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import values
from interview_drill.formula.notations.pythonic.names import Names
from interview_drill.formula.notations.pythonic.source import Source
from interview_drill.formula.notations.pythonic.values import Frame, Function, Lazy, Value
from interview_drill.formula.notations.reading import Note
from interview_drill.formula.trees import parts

MOST_STEPS = 20_000


class Work(Struct):
    """What is shared by all parts of one answer: notes, imported names, and how much has been done.

    `libraries` are the full names of what was imported by the names it has here, `origins` where a function was
    imported from, `aliases` its own name there; `tensors` says that something in the answer is PyTorch's alone.
    `changes` are the arrays (see memory.py) that functions called here have changed in place, and under which names;
    `frames` counts the functions that were called.
    """

    notes: list[Note] = []
    libraries: dict[str, str] = {}
    origins: dict[str, str] = {}
    aliases: dict[str, str] = {}
    tensors: bool = False
    changes: dict[str, list[str]] = {}
    frames: int = 0
    steps: int = 0


class Current(Struct, frozen=True):
    """The names of an array changed in place that are up to date, and which of them changed it.

    `calls` counts the changes that called functions had made by then.
    """

    by: str
    names: frozenset[str]
    calls: int


class Context(Struct, frozen=True):
    """Reads expressions by `table` (node type -> function); `bindings` are the names assigned or looped over so far.

    `shared` tells which arrays those names lie in, `current` which names of an array changed in place are up to date
    (see memory.py); `scopes` are what the running functions hold, and `chain` says in which of them this lies
    (see scoping.py).
    """

    table: Mapping[type, Callable[[Context, syntax.AST], Value]]
    source: Source
    names: Names
    work: Work
    scopes: Mapping[int, Frame]
    bindings: Mapping[str, Value] = {}
    shared: Mapping[str, frozenset[str]] = {}
    current: Mapping[str, Current] = {}
    chain: tuple[int, ...] = (0,)

    @property
    def called(self) -> bool:
        """Whether this is the inside of a function that the answer calls."""
        return len(self.chain) > 1

    def value(self, node: syntax.AST) -> Value:
        """What an expression is worth. Raises AnswerError for everything that is not in the table."""
        self.work.steps += 1
        if self.work.steps > MOST_STEPS:
            raise AnswerError("formula-too-large")
        read = self.table.get(type(node))
        if read is None:
            raise self.fail("python-not-read", node, typed=self.source.typed(node)[:40])
        return read(self, node)

    def entries(self, node: syntax.AST) -> Node | Lazy:
        """An expression that is a number or an array."""
        found = self.value(node)
        if isinstance(found, Function | tuple):
            raise self.fail("python-not-a-value", node, typed=self.source.typed(node)[:40])
        return found

    def tree(self, node: syntax.AST) -> Node:
        """An expression as a tree; a condition stays one."""
        found = self.entries(node)
        return self.whole(found, node) if isinstance(found, Lazy) else found

    def number(self, node: syntax.AST) -> Node:
        """An expression as a tree, a condition as 0 or 1."""
        return values.as_number(self.tree(node))

    def condition(self, node: syntax.AST) -> Node:
        return values.as_condition(self.tree(node))

    def whole(self, found: Lazy, node: syntax.AST) -> Node:
        """A window of one dimension, entry by entry; a matrix has no such form."""
        if len(found.shape) != 1:
            raise self.fail("python-window", node)
        name = self.fresh("m")
        bounds = ast.Range(values.ONE, found.shape[0])
        return ast.Big("vector", (name,), (bounds,), None, found.entry([values.shifted(ast.Name(name), -1)]))

    def whole_of(self, found: Node | Lazy, node: syntax.AST) -> Node:
        """A tree that takes part in something which is not entrywise."""
        return self.whole(found, node) if isinstance(found, Lazy) else values.as_number(found)

    def bound(self, **bindings: Value) -> Context:
        """The same with further names bound."""
        return replace(self, bindings={**self.bindings, **bindings})

    def fresh(self, *wanted: str) -> str:
        """A name for a bound index that no other name is mistaken for: one of these, or the first with primes."""
        taken = self.names.taken | set(self.work.aliases) | named(self.bindings.values()) | set(self.bindings)
        primed = (wanted[0] + "'" * primes for primes in count(1))
        return next(name for name in chain(wanted, primed) if name not in taken)

    def fail(self, message: str, node: syntax.AST, **facts: object) -> AnswerError:
        return self.source.fail(message, node, **facts)

    def note(self, message: str, **facts: str) -> None:
        if Note(message, facts) not in self.work.notes:
            self.work.notes.append(Note(message, facts))


def named(bound: Iterable[Value]) -> set[str]:
    """The names in bound trees: an index of the same name would capture them."""
    found: set[str] = set()
    seen: dict[int, object] = {}
    waiting: list[object] = list(bound)
    while waiting:
        part = waiting.pop()
        if id(part) in seen:
            continue
        seen[id(part)] = part
        if isinstance(part, ast.Name):
            found.add(part.name)
        elif isinstance(part, ast.Big):
            found |= set(part.indices)
        waiting += _inside(part)
    return found


def _inside(part: object) -> Sequence[object]:
    if isinstance(part, Lazy):
        return [part.entry([values.ZERO] * len(part.shape))]
    return part if isinstance(part, tuple) else tuple(parts(part)) if isinstance(part, Node) else ()
