"""Walking and rewriting trees, whatever their nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from msgspec.structs import astuple

from interview_drill.formula.ast import (
    Apply,
    Big,
    Entry,
    Expectation,
    Minus,
    Name,
    Node,
    Number,
    Over,
    Plus,
    Power,
    Times,
    Tree,
)

DEEPEST = 120
LEAVES = (Name, Number)
INSIDE: dict[type, Callable[[Tree], Sequence[Tree]]] = {
    Name: lambda tree: (),
    Number: lambda tree: (),
    Apply: attrgetter("arguments"),
    Plus: attrgetter("terms"),
    Times: attrgetter("factors"),
    Over: attrgetter("numerator", "denominator"),
    Power: attrgetter("base", "exponent"),
    Entry: lambda tree: (tree.base, *tree.indices),
    Minus: lambda tree: (tree.operand,),
}
"""What is inside the commonest nodes, told without looking at each of their fields."""


def fields(tree: Tree) -> tuple:
    """What a node holds, in the order of its declaration: trees, tuples of them, and plain data."""
    return astuple(tree)


def parts(tree: Tree) -> Sequence[Tree]:
    """The trees directly inside a tree."""
    return INSIDE.get(type(tree), _gathered)(tree)


def _gathered(tree: Tree) -> list[Tree]:
    found: list[Tree] = []
    _gather(astuple(tree), found)
    return found


def _gather(values: tuple, found: list[Tree]) -> None:
    for value in values:
        if isinstance(value, Tree):
            found.append(value)
        elif isinstance(value, tuple):
            _gather(value, found)


def walk(tree: Node) -> Iterator[Node]:
    """A tree and all that is in it, as written from left to right."""
    pending: list = [tree]
    while pending:
        one = pending.pop()
        yield one
        if not isinstance(one, LEAVES):
            pending += reversed(parts(one))


def free_names(tree: Tree, bound: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names that stand free in a tree, in order, with repeats."""
    pending = [(tree, bound)]
    while pending:
        one, hidden = pending.pop()
        if type(one) is Name:
            if one.name not in hidden:
                yield one.name
            continue
        more = bound_by(one)
        inside = hidden.union(more) if more else hidden
        pending += [(part, inside) for part in reversed(parts(one))]


def bound_by(tree: Tree) -> tuple[str, ...]:
    """The index letters that a node binds in its body."""
    if type(tree) is Big:
        return tree.indices
    return (tree.variable,) if type(tree) is Expectation else ()


def depth(tree: Node) -> int:
    """How deep a tree is, without recursion."""
    deepest, level = 0, [tree]
    while level:
        deepest += 1
        level = [inner for one in level for inner in parts(one)]
    return deepest


def mapped_parts(tree: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with each of the trees directly inside it changed. Few calls deep, because trees may be deep."""
    return type(tree)(*_mapped(fields(tree), change))


def _mapped(values: tuple, change: Callable[[Node], Node]) -> tuple:
    made = []
    for value in values:
        if isinstance(value, Tree):
            made.append(change(value))
        else:
            made.append(_mapped(value, change) if isinstance(value, tuple) else value)
    return tuple(made)


def changed(tree, change: Callable[[Node], Iterator[Node]]) -> Iterator:
    """The tree with one node changed, for every node and every way to change it."""
    if isinstance(tree, tuple):
        for place, part in enumerate(tree):
            yield from ((*tree[:place], one, *tree[place + 1 :]) for one in changed(part, change))
    elif isinstance(tree, Tree):
        yield from change(tree)
        inside = fields(tree)
        for place, part in enumerate(inside):
            yield from (type(tree)(*inside[:place], one, *inside[place + 1 :]) for one in changed(part, change))


def is_of_names(tree: Apply) -> bool:
    """Whether a call is of names and entries alone."""
    return all(type(one) in (Name, Entry) for one in tree.arguments)


def dotted(tree: Node) -> Node:
    """The tree with every `*` read as a dot, which between vectors is the inner product."""
    tree = mapped_parts(tree, dotted)
    return Times(tree.factors, "dot") if isinstance(tree, Times) and tree.sign == "*" else tree


def replaced(tree: Node, name: str, other: Node) -> Node:
    """The tree with a name replaced by another tree everywhere."""
    if isinstance(tree, Name):
        return other if tree.name == name else tree
    return mapped_parts(tree, lambda part: replaced(part, name, other))


def swapped(tree: Node, left: str, right: str) -> Node:
    """The tree with two names exchanged everywhere."""
    if isinstance(tree, Name):
        return Name({left: right, right: left}.get(tree.name, tree.name))
    return mapped_parts(tree, lambda part: swapped(part, left, right))
