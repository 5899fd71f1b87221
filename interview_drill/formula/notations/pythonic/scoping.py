"""Python's scopes: what a function finds under a name is what the name holds when the function is called.

A running function is a frame, and the answer itself is frame 0. `scopes` keep what each frame holds as of its last
statement, `chain` are the frames that a place lies in, from the outside in. A name that a function assigns anywhere is
its own from its first line on.
"""

from __future__ import annotations

import ast as syntax
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from interview_drill.formula.notations.pythonic import memory
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.shapes import rank
from interview_drill.formula.notations.pythonic.values import Frame, Function, Lazy, Unset, Value

UNASSIGNED = Unset("python-unassigned")
CLOSED = (syntax.Lambda, syntax.FunctionDef, syntax.GeneratorExp, syntax.ListComp, syntax.SetComp, syntax.DictComp)
"""What binds its names for itself alone."""


def stored(body: Sequence[syntax.AST]) -> Iterator[syntax.Name]:
    """Where statements assign a name, functions and comprehensions inside them aside."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, syntax.Name) and isinstance(node.ctx, syntax.Store):
            yield node
        elif isinstance(node, syntax.FunctionDef):
            yield syntax.copy_location(syntax.Name(node.name, syntax.Store()), node)
        if not isinstance(node, CLOSED):
            waiting += syntax.iter_child_nodes(node)


def defined(
    here: Context, node: syntax.FunctionDef | syntax.Lambda, body: syntax.expr | Sequence[syntax.stmt]
) -> Function:
    """A function of plain parameters, their defaults worked out where it is defined."""
    given = node.args
    if given.vararg or given.kwarg or given.kwonlyargs:
        raise here.fail("python-statement", node)
    names = tuple(one.arg for one in (*given.posonlyargs, *given.args))
    defaults = dict(zip(names[len(names) - len(given.defaults) :], given.defaults, strict=True))
    values = {name: here.value(one) for name, one in defaults.items()}
    marks = {name: _marks(here, name, one, values[name]) for name, one in defaults.items()}
    return Function(names, body, _looped(here), values, marks, here.chain)


def _marks(here: Context, name: str, node: syntax.expr, value: Value) -> memory.Marks:
    return memory.held(here, syntax.Name(name, syntax.Store()), node, value)[name]


def _looped(here: Context) -> Mapping[str, Value]:
    """The variables of the comprehensions around a function, which stand in no frame."""
    framed = _seen(here.scopes, here.chain)
    return {name: value for name, value in here.bindings.items() if framed.get(name) is not value}


def _seen(scopes: Mapping[int, Frame], chain: Sequence[int]) -> Frame:
    found: dict[str, Value | None] = {}
    for frame in chain:
        found.update(scopes[frame])
    return found


def entered(here: Context, function: Function, given: Mapping[str, Value | None]) -> Context:
    """The inside of a function as it starts, called from here; a parameter given None is the stem's."""
    here.work.frames += 1
    scopes = {**function.scopes, **here.scopes}
    body = [] if isinstance(function.body, syntax.expr) else function.body
    own = {**dict.fromkeys((one.id for one in stored(body)), UNASSIGNED), **given}
    around = {**_seen(scopes, function.chain), **function.bindings, **own}
    bindings = {name: value for name, value in around.items() if value is not None}
    chain = (*function.chain, here.work.frames)
    return replace(here, bindings=bindings, scopes={**scopes, chain[-1]: own}, chain=chain)


def default(here: Context, node: syntax.AST, function: Function, name: str) -> Value:
    """What a parameter is where nothing is given for it. Raises AnswerError for an array that was changed in place."""
    value = function.defaults[name]
    is_number = not isinstance(value, Lazy | Function | tuple | Unset) and rank(value, here.names.scope) == 0
    touched = next((mark for mark in function.marks[name] if memory.is_touched(here, mark)), None)
    if touched is not None and not is_number:
        raise here.fail("python-in-place", node, name=name, changed=name)
    return value


def settled(here: Context) -> Context:
    """The context after a statement: what the running frame holds now is what functions will see of it."""
    own = here.scopes[here.chain[-1]]
    held = here.bindings if not here.called else {name: here.bindings.get(name) for name in own}
    return replace(here, scopes={**here.scopes, here.chain[-1]: held})


def kept(here: Context, value: Value) -> Value:
    """What a function returns: a function among it keeps the frames that it was defined in as they are at the end."""
    if isinstance(value, tuple):
        return tuple(kept(here, one) for one in value)
    if not isinstance(value, Function):
        return value
    frames = {frame: here.scopes[frame] for frame in value.chain[1:] if frame in here.scopes}
    return replace(value, scopes={**value.scopes, **frames})
