"""Which names share one array, and which of them are out of date once it was changed in place.

`g = y` makes no copy: after `g -= 1`, y has changed too. A name's memory is a set of marks, one for each array that it
may lie in: a declared array's own name, or the place of the assignment that made it. Names that share a mark share the
array; a view (`z[1:]`, `z.T`) lies in the array that it is a view of. Numbers are never changed in place.
"""

from __future__ import annotations

import ast as syntax
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.notations.pythonic.context import Context, Current
from interview_drill.formula.notations.pythonic.libraries import is_library
from interview_drill.formula.notations.pythonic.shapes import rank
from interview_drill.formula.notations.pythonic.values import Function, Lazy, Value

Marks = frozenset[str]
VIEWS = frozenset([
    *["T", "mT", "real", "reshape", "ravel", "view", "squeeze", "transpose", "t", "expand_dims", "unsqueeze"],
    *["diagonal", "flip", "fliplr", "flipud", "asarray", "as_tensor", "detach", "to", "type", "float", "double"],
])  # fmt: skip
"""What gives the same array in another form, or may."""


def of_name(here: Context, identifier: str) -> Marks:
    """The arrays that a name may lie in."""
    if identifier in here.bindings:
        return here.shared.get(identifier, frozenset())
    symbol = here.names.symbol(identifier)
    return frozenset() if symbol is None else frozenset([symbol.name])


def of_value(here: Context, node: syntax.AST, value: Value) -> Marks:
    """The arrays that the value of an expression may lie in: none where it is computed."""
    if isinstance(node, syntax.Name):
        return of_name(here, node.id)
    if isinstance(node, syntax.IfExp):
        return of_value(here, node.body, value) | of_value(here, node.orelse, value)
    if isinstance(node, syntax.Subscript) or (isinstance(node, syntax.Attribute) and node.attr in VIEWS):
        return of_value(here, node.value, value)
    if isinstance(node, syntax.Tuple | syntax.List):
        return _joined(here, node.elts, value)
    return _of_call(here, node, value) if isinstance(node, syntax.Call) else frozenset()


def _joined(here: Context, nodes: Iterable[syntax.AST], value: Value) -> Marks:
    return frozenset().union(*(of_value(here, node, value) for node in nodes))


def _of_call(here: Context, node: syntax.Call, value: Value) -> Marks:
    function = node.func
    if isinstance(function, syntax.Attribute):
        array = node.args[:1] if is_library(here, function.value) else [function.value]
        return _joined(here, array, value) if function.attr in VIEWS else frozenset()
    is_own = isinstance(function, syntax.Lambda) or (isinstance(function, syntax.Name) and function.id in here.bindings)
    given = [*node.args, *(one.value for one in node.keywords)]
    return _joined(here, given, value) if is_own and _handed_on(here, value) else frozenset()


def _handed_on(here: Context, value: Value) -> bool:
    """Whether a function may have returned what it was given: a bare array, a part of one, or what a name holds."""
    if isinstance(value, tuple):
        return any(_handed_on(here, one) for one in value)
    is_part = isinstance(value, ast.Name | ast.Entry | ast.Transpose | ast.Cases | Lazy)
    is_new_axis = isinstance(value, ast.Apply) and value.function == "newaxis"
    return is_part or is_new_axis or any(value is held for held in here.bindings.values())


def held(here: Context, target: syntax.AST, node: syntax.AST, value: Value, part: str = "") -> Mapping[str, Marks]:
    """The marks of the names of a target; an array that is made here, or a `part` of a tuple, has its own."""
    if isinstance(target, syntax.Tuple | syntax.List):
        is_list = isinstance(node, syntax.Tuple | syntax.List)
        nodes = node.elts if is_list and len(node.elts) == len(target.elts) else [node] * len(target.elts)
        values = value if isinstance(value, tuple) and len(value) == len(nodes) else [value] * len(nodes)
        found = [held(here, one, nodes[at], values[at], f"{part}.{at}") for at, one in enumerate(target.elts)]
        return {name: marks for one in found for name, marks in one.items()}
    made = frozenset([f"{node.lineno}:{node.col_offset}{part}"])
    return {target.id: of_value(here, node, value) or made} if isinstance(target, syntax.Name) else {}


def bound(here: Context, marks: Mapping[str, Marks]) -> Context:
    """The context in which names lie in these arrays, each as it is now."""
    current = dict(here.current)
    for name, mark in ((name, mark) for name, own in marks.items() for mark in own):
        known, calls = _known(here, mark), here.work.changes.get(mark, [])
        if known is not None or calls:
            by = known.by if known is not None else calls[-1]
            names = known.names if known is not None else frozenset()
            current[mark] = Current(by, names | {name}, len(calls))
    return replace(here, shared={**here.shared, **marks}, current=current)


def of_array(here: Context, name: str, value: Value) -> Marks | None:
    """The arrays that change where `name`, whose value is this, is changed in place; None where it holds no array."""
    is_tree = not isinstance(value, Lazy | Function | tuple)
    is_array = not isinstance(value, Function | tuple) and not (is_tree and rank(value, here.names.scope) == 0)
    return of_name(here, name) if is_array else None


def changed(here: Context, name: str, value: Value) -> Context:
    """The context after `name`, whose value was this, is changed in place: no other name of its array is up to date."""
    marks = of_array(here, name, value)
    if marks is None:
        return replace(here, shared={**here.shared, name: frozenset()})
    for mark in marks if here.called else ():
        here.work.changes.setdefault(mark, []).append(name)
    after = {mark: Current(name, frozenset([name]), len(here.work.changes.get(mark, []))) for mark in marks}
    return replace(here, shared={**here.shared, name: marks}, current={**here.current, **after})


def is_touched(here: Context, mark: str) -> bool:
    """Whether an array was changed in place, under whatever name."""
    return mark in here.current or bool(here.work.changes.get(mark))


def is_made_in(mark: str, loop: syntax.For) -> bool:
    """Whether an array is made anew in every round of a loop."""
    line = mark.split(":")[0]
    return line.isdigit() and loop.lineno < int(line) <= (loop.end_lineno or loop.lineno)


def changes(here: Context) -> int:
    """How many times functions called so far have changed an array in place."""
    return sum(map(len, here.work.changes.values()))


def check(here: Context, node: syntax.Name) -> None:
    """Raise AnswerError where a name's array was changed under another name."""
    for mark in of_name(here, node.id):
        known, calls = _known(here, mark), here.work.changes.get(mark)
        if known is None and calls:
            raise here.fail("python-in-place", node, name=here.source.typed(node), changed=calls[-1])
        if known is not None and _canonical(here, node.id) not in known.names:
            raise here.fail("python-in-place", node, name=here.source.typed(node), changed=known.by)


def _known(here: Context, mark: str) -> Current | None:
    """Which names of an array are up to date, unless a function has changed it since."""
    known = here.current.get(mark)
    return known if known is not None and known.calls == len(here.work.changes.get(mark, [])) else None


def _canonical(here: Context, identifier: str) -> str:
    symbol = None if identifier in here.bindings else here.names.symbol(identifier)
    return identifier if symbol is None else symbol.name
