"""What a scope's names allow: letters that are free, what is a number, what is positive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import walk
from tests.formula.generators.places import places

ZERO, ONE, TWO = (ast.Number(Fraction(whole)) for whole in (0, 1, 2))
HALF = ast.Over(ONE, TWO)
LETTERS = "jlrtuvqhmk"


@dataclass(frozen=True, eq=False)
class Names:
    """The declared names of one form."""

    scope: Scope

    @cached_property
    def taken(self) -> set[str]:
        """Letters that some declared name or spelling uses."""
        symbols = self.scope.symbols.values()
        texts = (text for one in symbols for text in (one.name, *one.spellings, *one.parameters, *one.shape))
        return {word for text in texts for word in re.findall(r"[A-Za-z]+", text)}

    def fresh(self, tree: ast.Node) -> Iterator[str]:
        used = {node.name for node in walk(tree) if isinstance(node, ast.Name)}
        yield from (letter for letter in LETTERS if letter not in self.taken | used)

    def symbol(self, tree: ast.Node) -> object:
        base = tree.base if isinstance(tree, ast.Entry) else tree
        return self.scope.symbols.get(getattr(base, "name", ""))

    def matrix(self, tree: ast.Node) -> bool:
        """Whether a factor may not change places: a matrix, whatever its sign, or a vector laid down."""
        if isinstance(tree, ast.Minus | ast.Transpose):
            return isinstance(tree, ast.Transpose) or self.matrix(tree.operand)
        symbol = self.symbol(tree)
        return isinstance(tree, ast.Name) and symbol is not None and len(symbol.shape) == 2

    def scalar(self, tree: ast.Node) -> bool:
        """Whether a tree is a number: no array stands in it as a whole."""
        if isinstance(tree, ast.Entry):
            return True
        if isinstance(tree, ast.Stack | ast.Transpose):
            return False
        if isinstance(tree, ast.Name):
            symbol = self.symbol(tree)
            return symbol is None or not (symbol.shape and symbol.type in ("array", "value"))
        return all(self.scalar(place.tree) for place in places(tree) if place.tree is not tree)

    def positive(self, tree: ast.Node) -> bool:
        """Whether a tree is positive wherever the declared ranges hold."""
        if isinstance(tree, ast.Number):
            return tree.value > 0
        if isinstance(tree, ast.Name | ast.Entry):
            symbol = self.symbol(tree)
            return symbol is not None and symbol.range in ("simplex", "positive", "probability")
        if isinstance(tree, ast.Apply):
            return tree.function in ("exp", "sigmoid")
        if isinstance(tree, ast.Big):
            return tree.operator == "sum" and tree.condition is None and self.positive(tree.body)
        if isinstance(tree, ast.Over):
            return self.positive(tree.numerator) and self.positive(tree.denominator)
        if isinstance(tree, ast.Plus):
            return self._one_minus_probability(tree) or all(map(self.positive, tree.terms))
        return isinstance(tree, ast.Probability) or (
            isinstance(tree, ast.Times) and all(map(self.positive, tree.factors))
        )

    def _one_minus_probability(self, tree: ast.Plus) -> bool:
        if len(tree.terms) != 2 or tree.terms[0] != ONE or not isinstance(tree.terms[1], ast.Minus):
            return False
        symbol = self.symbol(tree.terms[1].operand)
        return symbol is not None and symbol.range == "probability"
