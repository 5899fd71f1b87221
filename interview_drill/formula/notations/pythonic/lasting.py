"""What a loop leaves behind: its own names at their last values, and others that are known in its rounds alone."""

from __future__ import annotations

import ast as syntax
from collections.abc import Mapping

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.pythonic import memory
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.loops import Run, run_of, unpacked
from interview_drill.formula.notations.pythonic.scoping import stored
from interview_drill.formula.notations.pythonic.values import Unset, Value, plus, shifted

LOOPED = Unset("python-loop-name")


def after(here: Context, loop: syntax.For, assigned: set[str]) -> Context:
    """The names after a loop, `assigned` being those that its body assigns."""
    own = {one.id for one in stored([loop.target])}
    left = dict.fromkeys(assigned | own, LOOPED)
    last = {name: value for name, value in _last(here, loop).items() if name not in assigned}
    there = here.bound(**{**left, **last})
    for inner in loop.body:
        if isinstance(inner, syntax.For) and last:
            found = _last(there, inner)
            there = there.bound(**{name: value for name, value in found.items() if _is_only(loop, name)})
    return there


def _is_only(loop: syntax.For, name: str) -> bool:
    return sum(one.id == name for one in stored([loop])) == 1


def _last(here: Context, loop: syntax.For) -> Mapping[str, Value]:
    """The names of a loop at their last values: none of them where there may be no round, or where it is not known."""
    try:
        run = run_of(here, loop.iter)
        last = unpacked(here, loop.target, run.element(shifted(run.upper, -1)))
    except AnswerError:
        return {}
    return last if _has_rounds(here, run) else {name: value for name, value in last.items() if _is_new(here, name)}


def _is_new(here: Context, name: str) -> bool:
    return name not in here.bindings and here.names.tree(name) is None


def _has_rounds(here: Context, run: Run) -> bool:
    """Whether a loop has a round at every size."""
    length = shifted(plus(run.upper, ast.Minus(run.lower)), 0)
    symbol = here.names.scope.symbols.get(length.name) if isinstance(length, ast.Name) else None
    return symbol.type == "size" if symbol is not None else isinstance(length, ast.Number) and length.value >= 1


def marks(here: Context, loop: syntax.For) -> dict[str, memory.Marks]:
    """The arrays that a loop's own names may lie in: those that it runs over."""
    names = [one for one in syntax.walk(loop.iter) if isinstance(one, syntax.Name)]
    all_of_them = frozenset().union(*(memory.of_name(here, one.id) for one in names))
    return {one.id: all_of_them for one in stored([loop.target])}
