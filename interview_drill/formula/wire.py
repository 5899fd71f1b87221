"""Trees for the pipe: a table of nodes, in which a part is the number of an earlier row.

Shared subtrees are written once, and a tree as deep as it is long needs no recursion to be written or read.
"""

from __future__ import annotations

from collections.abc import Sequence

Tree = Sequence
Row = list


class Table:
    """Rows collected from trees; `add` gives the row number of a tree's root."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._places: dict[int, int] = {}
        self._kept: list[Tree] = []

    def add(self, tree: Tree) -> int:
        waiting = [tree]
        while waiting:
            node = waiting[-1]
            missing = [part for part in parts_of(node) if id(part) not in self._places]
            if missing:
                waiting += missing
            else:
                self._place(waiting.pop())
        return self._places[id(tree)]

    def _place(self, node: Tree) -> None:
        if id(node) not in self._places:
            self._kept.append(node)  # an id is only good while its list lives
            self._places[id(node)] = len(self.rows)
            self.rows.append([self._entry(part) for part in node])

    def _entry(self, part: object) -> object:
        if not isinstance(part, (list, tuple)):
            return part
        if id(part) in self._places:
            return self._places[id(part)]
        return [self._entry(inner) for inner in part]


def parts_of(node: Tree) -> list[Tree]:
    """The subtrees of a node, those in its branches included."""
    found: list[Tree] = []
    for part in node[1:]:
        if isinstance(part, (list, tuple)):
            found += [part] if _is_tree(part) else [inner for branch in part for inner in branch]
    return found


def _is_tree(part: Tree) -> bool:
    return bool(part) and isinstance(part[0], str)


def trees(rows: Sequence[Row]) -> list[Tree]:
    """The trees of a table's rows, as nested lists that share their subtrees."""
    made: list[Tree] = []
    for row in rows:
        made.append([_tree(made, part) for part in row])
    return made


def _tree(made: Sequence[Tree], part: object) -> object:
    if isinstance(part, list):
        return [_tree(made, inner) for inner in part]
    return made[part] if type(part) is int else part
