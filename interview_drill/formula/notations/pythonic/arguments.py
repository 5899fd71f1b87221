"""The arguments of a library function, by place or by keyword."""

from __future__ import annotations

import ast as syntax
from collections.abc import Mapping, Sequence

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.libraries import home
from interview_drill.formula.notations.pythonic.shapes import rank
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import Lazy, as_number

IGNORED = frozenset(["evaluate", "copy"])
"""Keywords that change no value."""
FLOATS = frozenset(["float", "float32", "float64", "double"])
WHOLE = frozenset(["int", "int8", "int16", "int32", "int64", "long", "intp"])
AXES = ("axis", "dim")
KEEPS = ("keepdims", "keepdim")


class Arguments(Struct, frozen=True):
    """`places` are the expressions by place (a method's own array first), `keywords` those by name."""

    here: Context
    node: syntax.Call
    name: str
    places: tuple[syntax.expr, ...]
    keywords: Mapping[str | None, syntax.expr]

    @property
    def library(self) -> str:
        """The full name of the library that the function is called from; empty where nothing says it."""
        return home(self.here, self.node.func)

    def only(self, *names: str, least: int | None = None) -> dict[str, syntax.expr]:
        """The arguments by these parameter names, at least `least` of them (all, where nothing is said)."""
        given = dict(zip(names, self.places, strict=False))
        named = {str(name): node for name, node in self.keywords.items() if name not in IGNORED}
        if "dtype" in named and "dtype" not in names and self.type_of(named["dtype"]) in FLOATS:
            named.pop("dtype")  # numbers are real here; any other type changes them
        wanted = len(names) if least is None else least
        missing = set(names[:wanted]) - set(given) - set(named)
        if len(self.places) > len(names) or set(named) - set(names) or set(named) & set(given) or missing:
            raise self.fail("python-arguments", name=self.name, count=wanted)
        return given | named

    def type_of(self, node: syntax.expr) -> str | None:
        """The name of a type, however it is given: float, np.float64, torch.float, "float32"."""
        if isinstance(node, syntax.Constant):
            return node.value if isinstance(node.value, str) else None
        return node.attr if isinstance(node, syntax.Attribute) else getattr(node, "id", None)

    def trees(self, *names: str) -> list[Node]:
        """The arguments by these names, as trees."""
        given = self.only(*names)
        return [self.here.number(given[name]) for name in names]

    def values(self, *names: str) -> list[Node | Lazy]:
        given = self.only(*names)
        return [self.here.entries(given[name]) for name in names]

    def each(self, build: object, *names: str) -> Node | Lazy:
        """An entrywise function of the arguments by these names."""
        return entrywise(lambda *trees: build(*map(as_number, trees)), self.values(*names), self.here)

    def axis(self, given: Mapping[str, syntax.expr]) -> int | None:
        """The axis, a number written out; None where there is none."""
        node = next((given[name] for name in AXES if name in given), None)
        found = literal(node)
        if node is None or (isinstance(node, syntax.Constant) and node.value is None):
            return None
        if not isinstance(found, int):
            raise self.here.fail("python-axis", node)
        return found

    def keeps(self, given: Mapping[str, syntax.expr]) -> bool:
        return any(literal(given[name]) is True for name in KEEPS if name in given)

    def rank(self, tree: Node) -> int | None:
        return rank(tree, self.here.names.scope)

    def vector(self, given: Mapping[str, syntax.expr], name: str = "x") -> Node:
        """An argument that is a vector, its only axis named or not."""
        tree = self.here.number(given[name])
        if self.axis(given) not in (None, 0, -1) or self.rank(tree) not in (1, None):
            raise self.fail("python-axis")
        return tree

    def fail(self, message: str, **facts: object) -> AnswerError:
        return self.here.fail(message, self.node, **facts)


def several(arguments: Arguments) -> Sequence[syntax.expr]:
    """The arguments of a function that takes any number of them, without keywords."""
    if set(arguments.keywords) - IGNORED or not arguments.places:
        raise arguments.fail("python-arguments", name=arguments.name, count=1)
    return arguments.places
