"""The syntax tree -> shapes, with as few brackets as the reading needs.

    arithmetic.py   sums, products, quotients, powers
    calls.py        names, entries, functions, bars, norms
    binding.py      sums over indices, cases, conditions, probabilities, derivatives
"""

from __future__ import annotations

from collections.abc import Callable

from interview_drill.formula import ast
from interview_drill.formula.layout import arithmetic, binding, calls
from interview_drill.formula.layout.setter import Setter
from interview_drill.formula.layout.shapes import Shape
from interview_drill.formula.scope import Scope

TABLE: dict[type, Callable[[Setter, ast.Node], Shape]] = {
    ast.Number: arithmetic.number,
    ast.Plus: arithmetic.plus,
    ast.Minus: arithmetic.minus,
    ast.Times: arithmetic.times,
    ast.Over: arithmetic.over,
    ast.Power: arithmetic.power,
    ast.Name: calls.name,
    ast.Entry: calls.entry,
    ast.Apply: calls.apply,
    ast.Norm: calls.norm,
    ast.Transpose: calls.transpose,
    ast.Stack: calls.stack,
    ast.Big: binding.big,
    ast.Cases: binding.cases,
    ast.Compare: binding.compare,
    ast.Logic: binding.logic,
    ast.Probability: binding.probability,
    ast.Expectation: binding.expectation,
    ast.Derivative: binding.derivative,
}


def setting(tree: ast.Node, scope: Scope | None = None, otherwise: str = "otherwise") -> Shape:
    """The shape of a tree, its names spelled as `scope` declares them."""
    return Setter(TABLE, scope, otherwise).set(tree)
