"""Places in a tree: every subtree where a value stands, with the tree that has another in its stead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.trees import mapped_parts

Rebuild = Callable[[object], object]


@dataclass(frozen=True, eq=False)
class Place:
    """A subtree, what becomes of the whole tree where another stands there, and the indices bound around it."""

    tree: ast.Node
    put: Rebuild
    bound: tuple[str, ...] = ()
    parent: ast.Node | None = None


def places(tree: ast.Node) -> Iterator[Place]:
    """Every place but those inside indices, bounds and events, outermost first."""
    yield from _places(tree, lambda new: new, (), None)


def _places(tree: ast.Node, put: Rebuild, bound: tuple[str, ...], parent: ast.Node | None) -> Iterator[Place]:
    yield Place(tree, put, bound, parent)
    inside = (*bound, *tree.indices) if isinstance(tree, ast.Big) else bound
    for name in INSIDE.get(type(tree), ()):
        yield from _of_field(tree, name, getattr(tree, name), put, inside)


def _of_field(tree: ast.Node, name: str, part: object, put: Rebuild, bound: tuple[str, ...]) -> Iterator[Place]:
    if isinstance(part, tuple):
        for at, one in enumerate(part):
            yield from (
                _of_field(tree, name, one, lambda new, at=at: put(_with_part(tree, name, part, at, new)), bound)
                if isinstance(one, tuple)
                else _places(one, lambda new, at=at: put(_with_part(tree, name, part, at, new)), bound, tree)
            )
    elif isinstance(part, ast.Tree):
        yield from _places(part, lambda new: put(replace(tree, **{name: new})), bound, tree)


def _with_part(tree: ast.Node, name: str, part: tuple, at: int, new: object) -> ast.Node:
    return replace(tree, **{name: (*part[:at], new, *part[at + 1 :])})


INSIDE: dict[type, tuple[str, ...]] = {
    ast.Apply: ("arguments",),
    ast.Plus: ("terms",),
    ast.Minus: ("operand",),
    ast.Times: ("factors",),
    ast.Over: ("numerator", "denominator"),
    ast.Power: ("base", "exponent"),
    ast.Big: ("body",),
    ast.Compare: ("left", "right"),
    ast.Norm: ("operand",),
    ast.Transpose: ("operand",),
    ast.Stack: ("parts",),
}


def renamed(tree: ast.Node, names: dict[str, str]) -> ast.Node:
    """The tree with names replaced wherever they stand, as bound indices too."""
    if isinstance(tree, ast.Name):
        return ast.Name(names.get(tree.name, tree.name))
    if isinstance(tree, ast.Big):
        tree = replace(tree, indices=tuple(names.get(one, one) for one in tree.indices))
    return mapped_parts(tree, lambda part: renamed(part, names))


def swapped(tree: ast.Node, first: str, second: str) -> ast.Node:
    """The tree with two names exchanged."""
    return renamed(tree, {first: second, second: first})
