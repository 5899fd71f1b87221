"""The Python notation: NumPy, math, SciPy and SymPy one-liners, assignments and short functions -> trees.

Indices are zero-based here, and based on paper as declared in the trees. Nothing is ever run.
"""

from __future__ import annotations

import ast as syntax
from collections.abc import Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.names import undeclared_error
from interview_drill.formula.notations.pythonic import endings, memory, scoping, targets, tensors
from interview_drill.formula.notations.pythonic.calls import body_of, library_name
from interview_drill.formula.notations.pythonic.context import Context, Work
from interview_drill.formula.notations.pythonic.expressions import TABLE
from interview_drill.formula.notations.pythonic.loops import matrix
from interview_drill.formula.notations.pythonic.names import names
from interview_drill.formula.notations.pythonic.source import Source
from interview_drill.formula.notations.pythonic.statements import augmented, checked, function, run, step
from interview_drill.formula.notations.pythonic.values import Function, Lazy, Value, as_number
from interview_drill.formula.notations.reading import Chain, Part
from interview_drill.formula.scope import Scope


def chains(text: str, scope: Scope) -> tuple[Chain, ...]:
    """The one way to read Python. Raises AnswerError with a place in `text`."""
    try:
        return (_chain(text, scope),)
    except RecursionError:
        raise AnswerError("python-too-deep", 0, len(text)) from None


def _chain(text: str, scope: Scope) -> Chain:
    source = Source(text)
    if not source.body:
        raise AnswerError("answer-empty", 0, len(text))
    known = names(scope, source.body)
    here = Context(TABLE, source, known, Work(tensors=tensors.shown(source.body, known)), {0: {}})
    for place, statement in enumerate(source.body[:-1]):
        if isinstance(statement, syntax.If | syntax.Return):
            return _several(here, source.body[place:])
        here = step(here, statement)
    return _last(here, source.body[-1])


def _several(here: Context, body: Sequence[syntax.stmt]) -> Chain:
    """Statements that go several ways, one value at the end of each."""
    body, target = endings.ended(body)
    return _made(here, body[0], run(here, body), target)


def _last(here: Context, statement: syntax.stmt) -> Chain:
    """The answer is what the last statement says: an expression, a right side, what is returned."""
    if isinstance(statement, syntax.Expr):
        return _expression(here, statement.value)
    if isinstance(statement, syntax.Return) and statement.value is not None:
        return _made(here, statement.value, _worth(here, statement.value), None)
    if isinstance(statement, syntax.Assign | syntax.AnnAssign) and statement.value is not None:
        target = statement.targets[-1] if isinstance(statement, syntax.Assign) else statement.target
        return _made(here, statement.value, _worth(here, statement.value), target)
    if isinstance(statement, syntax.AugAssign) and isinstance(statement.target, syntax.Name):
        return _made(here, statement, augmented(here, statement), statement.target)
    if isinstance(statement, syntax.FunctionDef):
        targets.refuse_name(here, statement.name, statement)
        return _made(here, statement, function(here, statement), None)
    return _several(here, [statement])


def _expression(here: Context, node: syntax.expr) -> Chain:
    """`a == b == c` at the top is a chain, every part of which must hold."""
    if isinstance(node, syntax.Compare) and all(isinstance(op, syntax.Eq) for op in node.ops):
        sides = [node.left, *node.comparators]
        if _is_label(here, sides[0]):
            targets.refuse(here, sides[0])
            return _chained(here, sides[1:], here.source.typed(sides[0]))
        return _chained(here, sides, None)
    return _made(here, node, _worth(here, node), None)


def _worth(here: Context, node: syntax.expr) -> Value:
    """What a whole answer is worth; only here may it be a list of lists."""
    found = matrix(here, node)
    return here.value(node) if found is None else found


def _is_label(here: Context, node: syntax.expr) -> bool:
    """One undeclared name, with its arguments or indices."""
    if isinstance(node, syntax.Call):
        return _is_label(here, node.func) and all(isinstance(part, syntax.Name) for part in node.args)
    if isinstance(node, syntax.Subscript):
        return _is_label(here, node.value)
    return isinstance(node, syntax.Name) and node.id not in here.bindings and here.names.tree(node.id) is None


def _chained(here: Context, sides: Sequence[syntax.expr], label: str | None) -> Chain:
    parts = tuple(_part(here, side, here.value(side)) for side in sides)
    return Chain(parts, label, tuple(here.work.notes))


def _made(here: Context, node: syntax.AST, value: Value, target: syntax.AST | None) -> Chain:
    part = _part(here, node, value)
    if target is None:
        return Chain((part,), None, tuple(here.work.notes))
    targets.refuse(here, target)
    letters = targets.letters(target)
    return Chain((part,), here.source.typed(target), tuple(here.work.notes), named=letters, lowered=bool(letters))


def _part(here: Context, node: syntax.AST, value: Value) -> Part:
    tree = _tree(here, node, value)
    checked(here, tree)
    name = library_name(here, node, tree)
    if name is not None:
        here.note("note-library-name", name=name)
    return Part(tree, *here.source.span(node))


def _tree(here: Context, node: syntax.AST, value: Value) -> Node:
    """The tree of an answer; a function stands for what it returns."""
    if isinstance(value, Function):
        value = _opened(here, node, value)
    if isinstance(value, Lazy):
        return here.whole(value, node)
    if isinstance(value, tuple) and len(value) == 1:
        return _tree(here, node, value[0])
    if not isinstance(value, Node):
        raise here.fail("python-no-value", node)
    return as_number(value)


def _opened(here: Context, node: syntax.AST, made: Function) -> Value:
    """The body of a function whose parameters are declared names; a lone other name is the lone declared input."""
    given: dict[str, Value | None] = {}
    for name in made.parameters:
        if here.names.declares(name):
            given[name] = None
        else:
            given[name] = made.defaults[name] if name in made.defaults else _input(here, node, made, name)
    marks = {name: made.marks[name] for name in made.defaults if given[name] is not None}
    return body_of(memory.bound(scoping.entered(here, made, given), marks), made)


def _input(here: Context, node: syntax.AST, made: Function, parameter: str) -> Node:
    inputs = [one for one in here.names.scope.symbols.values() if one.type in ("scalar", "array") and not one.answer]
    if len(inputs) != 1 or set(made.parameters) - set(made.defaults) != {parameter}:
        raise undeclared_error(parameter, here.names.scope, *here.source.span(node))
    return here.names.tree(inputs[0].name)
