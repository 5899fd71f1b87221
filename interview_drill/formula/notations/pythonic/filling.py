"""Loops that fill an array: `g = np.zeros(n)`, then `for j in range(n): g[j] = ...`, is a vector over a bound index."""

from __future__ import annotations

import ast as syntax
from collections.abc import Mapping

from interview_drill.formula import ast
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.loops import run_of
from interview_drill.formula.notations.pythonic.scoping import stored
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.values import ZERO, Value, plus, shifted


def filled(loop: syntax.For) -> Mapping[str, syntax.Assign]:
    """The arrays of which a loop sets the entry at its own index once in every round, by that statement."""
    found = {_base(one.targets[0]): one for one in loop.body if _fills(loop, one)}
    places = [node for node in syntax.walk(loop) if isinstance(node, syntax.Subscript)]
    set_ = [_base(node) for node in places if isinstance(node.ctx, syntax.Store)]
    taken = {one.id for one in stored([loop])}
    return {name: one for name, one in found.items() if set_.count(name) == 1 and name not in taken}


def _fills(loop: syntax.For, statement: syntax.stmt) -> bool:
    index = _index(loop.target)
    if not isinstance(statement, syntax.Assign) or len(statement.targets) > 1 or index is None:
        return False
    target = statement.targets[0]
    is_entry = isinstance(target, syntax.Subscript) and isinstance(target.slice, syntax.Name) and bool(_base(target))
    return is_entry and target.slice.id == index and index not in {one.id for one in stored(loop.body)}


def _base(node: syntax.Subscript) -> str:
    return node.value.id if isinstance(node.value, syntax.Name) else ""


def _index(target: syntax.AST) -> str | None:
    """The loop's own index: its name, or the first of `enumerate`."""
    first = target.elts[0] if isinstance(target, syntax.Tuple) else target
    return first.id if isinstance(first, syntax.Name) else None


def is_whole(here: Context, loop: syntax.For, start: Value) -> bool:
    """Whether a loop runs over all entries of an array of floats that was made to be filled."""
    if not _is_made(start):
        return False
    run, sides = run_of(here, loop.iter), shape(start, here.names.scope)
    rest = shifted(plus(run.upper, ast.Minus(sides[0])), 0) if sides else None
    return run.counts and run.lower == ZERO and len(sides or ()) == 1 and rest == ZERO


def _is_made(start: Value) -> bool:
    """zeros(n), ones(n), zeros_like(x); `full(n, 0)` is of whole numbers, and cuts off what is put into it."""
    if isinstance(start, ast.Apply):
        return start.function in ("zeros", "ones")
    is_like = isinstance(start, ast.Times) and len(start.factors) == 2 and start.factors[0] == ZERO
    return is_like and isinstance(start.factors[1], ast.Name)
