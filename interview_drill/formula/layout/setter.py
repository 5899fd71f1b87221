"""What every part of the setting needs: how to set a subtree, in whose words, and how big."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.layout.precedence import Level, level, operands
from interview_drill.formula.layout.shapes import Fence, Shape, Sign, row
from interview_drill.formula.scope import Scope


class Setter(Struct, frozen=True):
    """Sets trees by `table` (node type -> function) in the words of one scope.

    `small` is True inside exponents and indices, where fractions lie flat; `otherwise` is the word beside the last
    of written cases; `holes` are the shapes that stand for some names: the indices in the value of a name.
    """

    table: Mapping[type, Callable[[Setter, ast.Node], Shape]]
    scope: Scope | None = None
    otherwise: str = "otherwise"
    small: bool = False
    holes: Mapping[str, Shape] = {}

    def set(self, tree: ast.Node) -> Shape:
        """The shape of a tree that stands alone."""
        return self.table[type(tree)](self, tree)

    def operand(self, tree: ast.Node, least: Level) -> Shape:
        """The shape of a tree that stands where `least` binds; brackets where the tree binds less tightly.

        A condition in the place of a number stands in Iverson's brackets: 1 where it holds.
        """
        if least > Level.RELATION and type(tree) in (ast.Compare, ast.Logic):
            return Fence("[", self.set(tree), "]")
        return self.closed(tree) if level(tree, self.small) < least else self.set(tree)

    def closed(self, tree: ast.Node) -> Shape:
        return Fence("(", self.set(tree), ")")

    def little(self, tree: ast.Node) -> Shape:
        """The shape of a tree inside an exponent or an index."""
        return replace(self, small=True).set(tree)

    def listed(self, trees: Sequence[ast.Node]) -> Shape:
        """Trees with commas between them."""
        return listed([self.set(tree) for tree in trees])

    def is_array(self, tree: ast.Node) -> bool:
        """Whether a tree may be a vector or matrix, as far as the declared names tell."""
        if isinstance(tree, ast.Name):
            symbol = self.scope.symbols.get(tree.name) if self.scope else None
            return symbol is None or bool(symbol.shape) or symbol.type == "array"
        return any(map(self.is_array, operands(tree)))

    def is_vector(self, tree: ast.Node) -> bool:
        """Whether a tree is known to have one dimension: no matrix and no row stands in it."""
        if isinstance(tree, ast.Name):
            symbol = self.scope.symbols.get(tree.name) if self.scope else None
            return symbol is not None and len(symbol.shape) == 1
        inside = [part for part in operands(tree) if self.is_array(part)]
        return bool(inside) and not isinstance(tree, ast.Transpose) and all(map(self.is_vector, inside))


def listed(shapes: Sequence[Shape]) -> Shape:
    """Shapes with commas between them."""
    parts = [part for shape in shapes for part in (Sign(",", "punct"), shape)]
    return row(*parts[1:])
