"""Statements -> the one expression that is the answer: names are put in, the last value or `return` counts."""

from __future__ import annotations

import ast as syntax
from collections.abc import Mapping, Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import accumulating, memory, scoping
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.values import MOST_NODES, Function, Value, as_number, size


def run(here: Context, body: Sequence[syntax.stmt]) -> Value:
    """The value of a function's body. Raises AnswerError for statements that are no formula."""
    for place, statement in enumerate(body):
        if isinstance(statement, syntax.Return) and statement.value is not None:
            return scoping.kept(here, here.value(statement.value))
        if isinstance(statement, syntax.If):
            return _branches(here, statement, body[place + 1 :])
        here = step(here, statement)
    raise here.fail("python-no-value", body[-1])


def _branches(here: Context, statement: syntax.If, rest: Sequence[syntax.stmt]) -> Node:
    """What comes out where the condition holds and where it does not, each way gone to its end."""
    condition = here.condition(statement.test)
    then = as_number(_returned(here, [*statement.body, *rest], statement))
    otherwise = as_number(_returned(here, [*statement.orelse, *rest], statement))
    return ast.Cases(((then, condition),), otherwise, True)


def _returned(here: Context, body: Sequence[syntax.stmt], node: syntax.stmt) -> Node:
    found = run(here, body) if body else None
    if not isinstance(found, Node):
        raise here.fail("python-no-value", node)
    return found


def step(here: Context, statement: syntax.stmt) -> Context:
    """The names that are bound after a statement."""
    return scoping.settled(_step(here, statement))


def _step(here: Context, statement: syntax.stmt) -> Context:
    if isinstance(statement, syntax.Import | syntax.ImportFrom):
        return _imported(here, statement)
    if isinstance(statement, syntax.Assign):
        value = here.value(statement.value)
        marks = [memory.held(here, target, statement.value, value) for target in statement.targets]
        for target, own in zip(statement.targets, marks, strict=True):
            here = memory.bound(here.bound(**assigned(here, target, value)), own)
        return here
    if isinstance(statement, syntax.AnnAssign) and statement.value is not None:
        value = here.value(statement.value)
        marks = memory.held(here, statement.target, statement.value, value)
        return memory.bound(here.bound(**assigned(here, statement.target, value)), marks)
    if isinstance(statement, syntax.AugAssign) and isinstance(statement.target, syntax.Name):
        return _changed(here, statement, statement.target)
    if isinstance(statement, syntax.For):
        return accumulating.after(here, statement, step)
    if isinstance(statement, syntax.FunctionDef):
        return here.bound(**{statement.name: function(here, statement)})
    if isinstance(statement, syntax.Pass) or _is_docstring(statement):
        return here
    raise here.fail("python-statement", statement)


def _is_docstring(statement: syntax.stmt) -> bool:
    is_constant = isinstance(statement, syntax.Expr) and isinstance(statement.value, syntax.Constant)
    return is_constant and isinstance(statement.value.value, str)


def _imported(here: Context, statement: syntax.Import | syntax.ImportFrom) -> Context:
    """Imports say only which name stands for which library; nothing is imported."""
    for alias in statement.names:
        if isinstance(statement, syntax.Import):
            here.work.libraries[alias.asname or alias.name.split(".")[0]] = _imported_name(alias)
        else:
            _imported_from(here, statement.module or "", alias)
    return here


def _imported_name(alias: syntax.alias) -> str:
    """`import torch.nn` names torch, `import torch.nn as nn` names what was asked for."""
    return alias.name if alias.asname else alias.name.split(".")[0]


def _imported_from(here: Context, module: str, alias: syntax.alias) -> None:
    """A function of a library, or a part of the library (`from torch.nn import functional as F`)."""
    name = alias.asname or alias.name
    here.work.origins[name] = module
    here.work.libraries[name] = f"{module}.{alias.name}"
    if alias.asname:
        here.work.aliases[name] = alias.name


def assigned(here: Context, target: syntax.AST, value: Value) -> Mapping[str, Value]:
    """The names of a target, bound to the parts of a value."""
    if isinstance(target, syntax.Name):
        return {target.id: checked(here, value)}
    if isinstance(target, syntax.Tuple | syntax.List) and isinstance(value, tuple) and len(target.elts) == len(value):
        pairs = zip(target.elts, value, strict=True)
        return {name: part for one, inner in pairs for name, part in assigned(here, one, inner).items()}
    raise here.fail("python-unpacking", target)


def _changed(here: Context, statement: syntax.AugAssign, target: syntax.Name) -> Context:
    """A number gets another value, an array is changed under all of its names."""
    found = augmented(here, statement)
    after = memory.changed(here, target.id, here.value(target))
    return after.bound(**{target.id: found})


def augmented(here: Context, statement: syntax.AugAssign) -> Value:
    """s += x is s = s + x."""
    left = syntax.copy_location(syntax.Name(statement.target.id, syntax.Load()), statement.target)
    joined = syntax.copy_location(syntax.BinOp(left, statement.op, statement.value), statement)
    return checked(here, here.value(joined))


def function(here: Context, statement: syntax.FunctionDef) -> Function:
    """A function of plain parameters."""
    if statement.decorator_list:
        raise here.fail("python-statement", statement)
    return scoping.defined(here, statement, statement.body)


def checked(here: Context, value: Value) -> Value:
    """A value that is not too long when it is written out: x = x + x, thirty times over, is."""
    if isinstance(value, Node) and size(value) > MOST_NODES:
        raise AnswerError("formula-too-large")
    return value
