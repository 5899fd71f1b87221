"""Operators, names, conditions and attributes -> trees; the table of all that is read."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.names import undeclared_error
from interview_drill.formula.notations.pythonic import calls, loops, memory, scoping, subscripts
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import difference, floor_quotient, power, remainder
from interview_drill.formula.notations.pythonic.libraries import is_library
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.values import (
    Function,
    Lazy,
    Unset,
    Value,
    as_condition,
    as_number,
    compared,
    is_condition,
    number,
    plus,
    times,
)

RELATIONS = {
    syntax.Lt: "<", syntax.LtE: "<=", syntax.Gt: ">", syntax.GtE: ">=", syntax.Eq: "=", syntax.NotEq: "!=",
}  # fmt: skip


def constant(here: Context, node: syntax.Constant) -> Node:
    """A number, exactly as it was typed: 0.1 is 1/10."""
    if isinstance(node.value, bool | int):
        return number(int(node.value))
    if not isinstance(node.value, float):
        raise here.fail("python-not-read", node, typed=here.source.typed(node)[:40])
    return number(Fraction(here.source.typed(node).translate(_DIGITS)))


_DIGITS = {ord("_"): None, **{0xFF10 + digit: str(digit) for digit in range(10)}, 0xFF0E: "."}


def name(here: Context, node: syntax.Name) -> Value:
    """What a name is bound to, else the symbol. Raises AnswerError where it is neither."""
    memory.check(here, node)
    if node.id in here.bindings:
        return _held(here, node, here.bindings[node.id])
    found = here.names.tree(node.id)
    if found is None:
        raise undeclared_error(here.source.typed(node), here.names.scope, *here.source.span(node))
    return found


def _held(here: Context, node: syntax.Name, value: Value) -> Value:
    if isinstance(value, Unset):
        raise here.fail(value.message, node, name=here.source.typed(node))
    return value


def binary(here: Context, node: syntax.BinOp) -> Node | Lazy:
    """Operators from left to right along the left side, so that a long sum needs no depth."""
    spine = [node]
    while isinstance(spine[-1].left, syntax.BinOp):
        spine.append(spine[-1].left)
    found = here.entries(spine[-1].left)
    for step in reversed(spine):
        found = _operated(here, step, found, here.entries(step.right))
    return found


def _operated(here: Context, node: syntax.BinOp, left: Node | Lazy, right: Node | Lazy) -> Node | Lazy:
    if isinstance(node.op, syntax.BitAnd | syntax.BitOr):
        return _joined(here, node, left, right)
    build = OPERATORS.get(type(node.op))
    if build is None:
        raise here.fail("python-caret" if isinstance(node.op, syntax.BitXor) else "python-operator", node)
    if isinstance(node.op, syntax.MatMult):
        return ast.Times((here.whole_of(left, node), here.whole_of(right, node)), "@")
    return entrywise(lambda a, b: build(as_number(a), as_number(b)), [left, right], here)


def _joined(here: Context, node: syntax.BinOp, left: Node | Lazy, right: Node | Lazy) -> Node:
    """(x > 0) & (x < 1): conditions only."""
    if not is_condition(left) or not is_condition(right):
        raise here.fail("python-operator", node)
    return ast.Logic("and" if isinstance(node.op, syntax.BitAnd) else "or", (left, right))


OPERATORS: dict[type, Callable[[Node, Node], Node]] = {
    syntax.Add: plus,
    syntax.Sub: difference,
    syntax.Mult: times,
    syntax.Div: ast.Over,
    syntax.FloorDiv: floor_quotient,
    syntax.Mod: remainder,
    syntax.Pow: power,
    syntax.MatMult: lambda left, right: ast.Times((left, right), "@"),
}


def unary(here: Context, node: syntax.UnaryOp) -> Node | Lazy:
    operand = here.entries(node.operand)
    if isinstance(node.op, syntax.UAdd):
        return operand
    if isinstance(node.op, syntax.USub):
        return entrywise(lambda one: ast.Minus(as_number(one)), [operand], here)
    if isinstance(node.op, syntax.Invert) and not is_condition(operand):
        raise here.fail("python-operator", node)
    return ast.Logic("not", (as_condition(here.tree(node.operand)),))


def compare(here: Context, node: syntax.Compare) -> Node | Lazy:
    """Comparisons; a chain holds where all of its links do."""
    sides = [here.entries(side) for side in (node.left, *node.comparators)]
    pairs = zip(node.ops, pairwise(sides), strict=True)
    links = [_link(here, node, op, left, right) for op, (left, right) in pairs]
    if len(links) == 1:
        return links[0]
    return ast.Logic("and", tuple(as_condition(here.whole_of(link, node)) for link in links))


def _link(here: Context, node: syntax.Compare, op: syntax.cmpop, left: Node | Lazy, right: Node | Lazy) -> Node | Lazy:
    relation = RELATIONS.get(type(op))
    if relation is None:
        raise here.fail("python-operator", node)
    return entrywise(lambda a, b: compared(relation, as_number(a), as_number(b)), [left, right], here)


def boolean(here: Context, node: syntax.BoolOp) -> Node:
    operands = tuple(here.tree(operand) for operand in node.values)
    if not all(map(is_condition, operands)):
        raise here.fail("python-operator", node)
    return ast.Logic("and" if isinstance(node.op, syntax.And) else "or", operands)


def conditional(here: Context, node: syntax.IfExp) -> Node:
    return cases([(here.number(node.body), here.condition(node.test))], here.number(node.orelse))


def cases(branches: Sequence[tuple[Node, Node]], otherwise: Node) -> ast.Cases:
    """Cases of which the first that holds counts; cases inside the last one are taken up."""
    if isinstance(otherwise, ast.Cases) and otherwise.first_wins:
        return ast.Cases((*branches, *otherwise.branches), otherwise.otherwise, True)
    return ast.Cases(tuple(branches), otherwise, True)


def attribute(here: Context, node: syntax.Attribute) -> Value:
    """np.pi, w.T, z.shape, z.size."""
    if is_library(here, node.value):
        constant_name = here.names.tree(node.attr) if node.attr in ("pi", "e", "inf", "E", "oo") else None
        if constant_name is None:
            raise here.fail("python-not-read", node, typed=here.source.typed(node)[:40])
        return ast.Name({"E": "e", "oo": "inf"}.get(node.attr, node.attr))
    return subscripts.attribute(here, node)


def sequence(here: Context, node: syntax.Tuple | syntax.List) -> Value:
    """A list of numbers, or of vectors that make no matrix, is joined end to end; a tuple stays one, for shapes."""
    if isinstance(node, syntax.Tuple):
        return tuple(here.value(part) for part in node.elts)
    if not node.elts or any(isinstance(part, syntax.List) for part in node.elts):
        raise here.fail("python-list", node)
    parts = tuple(here.number(part) for part in node.elts)
    shapes = [shape(part, here.names.scope) for part in parts]
    if shapes[0] and all(one == shapes[0] for one in shapes):  # NumPy's matrix of these rows
        raise here.fail("python-rows", node)
    return ast.Stack(parts)


def function(here: Context, node: syntax.Lambda) -> Function:
    return scoping.defined(here, node, node.body)


TABLE: dict[type, Callable[[Context, syntax.AST], Value]] = {
    syntax.Constant: constant,
    syntax.Name: name,
    syntax.BinOp: binary,
    syntax.UnaryOp: unary,
    syntax.Compare: compare,
    syntax.BoolOp: boolean,
    syntax.IfExp: conditional,
    syntax.Attribute: attribute,
    syntax.Subscript: subscripts.subscript,
    syntax.Call: calls.call,
    syntax.Tuple: sequence,
    syntax.List: sequence,
    syntax.GeneratorExp: loops.vector,
    syntax.ListComp: loops.vector,
    syntax.Lambda: function,
}
