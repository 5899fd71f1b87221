"""Walking and rewriting trees, whatever their nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace

from interview_drill.formula.ast import Node

DEEPEST = 120


def parts(tree: object) -> Iterator[object]:
    """The trees directly inside a tree."""
    for field in fields(tree):
        yield from _inside(getattr(tree, field.name))


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _inside(one)
    elif hasattr(value, "__dataclass_fields__"):
        yield value


def walk(tree: Node) -> Iterator[Node]:
    """A tree and all that is in it."""
    pending: list = [tree]
    while pending:
        one = pending.pop()
        yield one
        pending.extend(parts(one))


def depth(tree: Node) -> int:
    """How deep a tree is, without recursion."""
    deepest, pending = 0, [(tree, 1)]
    while pending:
        one, at = pending.pop()
        deepest = max(deepest, at)
        pending.extend((inner, at + 1) for inner in parts(one))
    return deepest


def mapped_parts(tree: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with each of the trees directly inside it changed."""
    return replace(tree, **{field.name: _each(getattr(tree, field.name), change) for field in fields(tree)})


def _each(value: object, change: Callable) -> object:
    if isinstance(value, tuple):
        return tuple(_each(one, change) for one in value)
    return change(value) if hasattr(value, "__dataclass_fields__") else value
