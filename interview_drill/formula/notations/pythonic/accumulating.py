"""Loops that add up: `s = 0`, then `for j in range(n): s += z[j]`, is a sum over a bound index."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import memory
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import difference
from interview_drill.formula.notations.pythonic.loops import all_of, clause_of, run_of, unpacked
from interview_drill.formula.notations.pythonic.values import Value, as_number, plus, shifted, times

Step = Callable[[Context, syntax.stmt], Context]
JOINED: Mapping[type, tuple[str, Callable[[Node, Node], Node]]] = {
    syntax.Add: ("sum", plus),
    syntax.Sub: ("sum", difference),
    syntax.Mult: ("prod", times),
}


class Round(Struct, frozen=True):
    """Where a statement stands in loops: their indices and bounds, and the conditions around it."""

    indices: tuple[str, ...] = ()
    bounds: tuple[ast.Range, ...] = ()
    conditions: tuple[Node, ...] = ()


class _Adding(syntax.NodeTransformer):
    """`s = s + x` is `s += x`."""

    def visit_Assign(self, node: syntax.Assign) -> syntax.stmt:
        value, target = node.value, node.targets[0]
        is_step = isinstance(value, syntax.BinOp) and isinstance(value.left, syntax.Name) and len(node.targets) == 1
        if not is_step or not isinstance(target, syntax.Name) or target.id != value.left.id:
            return node
        return syntax.copy_location(syntax.AugAssign(target, value.op, value.right), node)


def after(here: Context, loop: syntax.For, step: Step) -> Context:
    """The names after a loop: what it added up, and its own at their last values. Raises AnswerError."""
    loop = _Adding().visit(deepcopy(loop))
    names = {one.target.id: type(one.op) for one in _sums(here, loop)}
    _check_reads(here, loop, set(names))
    start = {name: here.value(_name(loop, name)) for name in names}
    for name, value in start.items():
        here = memory.changed(here, name, value)
    totals = dict(start)
    hidden = here.bound(**dict.fromkeys(names, ()))
    for name, total, join in _totals(hidden, loop, loop, Round(), step):
        totals[name] = entrywise(lambda a, b, join=join: join(as_number(a), as_number(b)), [totals[name], total], here)
    return _with_last(here.bound(**totals), loop)


def _name(node: syntax.AST, name: str) -> syntax.Name:
    return syntax.copy_location(syntax.Name(name, syntax.Load()), node)


def _sums(here: Context, loop: syntax.For) -> Iterator[syntax.AugAssign]:
    """The statements of a loop that add up. Raises AnswerError where one name is both added to and multiplied."""
    found = [node for node in syntax.walk(loop) if isinstance(node, syntax.AugAssign)]
    operators: dict[str, str] = {}
    for one in found:
        if not isinstance(one.target, syntax.Name) or type(one.op) not in JOINED:
            raise here.fail("python-loop", one)
        if operators.setdefault(one.target.id, JOINED[type(one.op)][0]) != JOINED[type(one.op)][0]:
            raise here.fail("python-loop", one)
    yield from found


def _check_reads(here: Context, loop: syntax.For, sums: set[str]) -> None:
    """A name that is added to is not looked at in the loop; what else is assigned there means nothing outside."""
    for node in syntax.walk(loop):
        if not isinstance(node, syntax.Name):
            continue
        is_read = isinstance(node.ctx, syntax.Load) and node.id in sums
        is_taken = isinstance(node.ctx, syntax.Store) and node.id not in sums and _means_something(here, loop, node)
        if is_read or is_taken:
            raise here.fail("python-loop", node)


def _means_something(here: Context, loop: syntax.For, node: syntax.Name) -> bool:
    """Whether a name that the loop assigns, other than its own, is bound or declared outside."""
    loops = (one for one in syntax.walk(loop) if isinstance(one, syntax.For | syntax.comprehension))
    own = {part for one in loops for part in syntax.walk(one.target)}
    return node not in own and (node.id in here.bindings or here.names.declares(node.id))


def _totals(
    here: Context, loop: syntax.For, node: syntax.For, place: Round, step: Step
) -> Iterator[tuple[str, Node, Callable[[Node, Node], Node]]]:
    """What each statement adds in all rounds together: the name, the sum or product, and how it is joined."""
    if node.orelse:
        raise here.fail("python-loop", node)
    indices, bounds = [], []
    inside = clause_of(here, loop, node, indices, bounds)
    inside = inside if inside.called else replace(inside, outside=inside.bindings)
    place = Round((*place.indices, *indices), (*place.bounds, *bounds), place.conditions)
    yield from _of_body(inside, loop, node.body, place, step)


def _of_body(
    here: Context, loop: syntax.For, body: Sequence[syntax.stmt], place: Round, step: Step
) -> Iterator[tuple[str, Node, Callable[[Node, Node], Node]]]:
    for statement in body:
        if isinstance(statement, syntax.AugAssign):
            operator, join = JOINED[type(statement.op)]
            tree = here.number(statement.value)
            total = ast.Big(operator, place.indices, place.bounds, all_of(place.conditions), tree)
            yield statement.target.id, total, join
        elif isinstance(statement, syntax.For):
            yield from _totals(here, loop, statement, place, step)
        elif isinstance(statement, syntax.If) and not statement.orelse:
            test = here.condition(statement.test)
            inside = replace(place, conditions=(*place.conditions, test))
            yield from _of_body(here, loop, statement.body, inside, step)
        elif isinstance(statement, syntax.Assign | syntax.AnnAssign | syntax.Pass):
            here = step(here, statement)
        else:
            raise here.fail("python-loop", statement)


def _with_last(here: Context, loop: syntax.For) -> Context:
    """Python keeps the names of a loop, at their last values."""
    run = run_of(here, loop.iter)
    last: Mapping[str, Value] = unpacked(here, loop.target, run.element(shifted(run.upper, -1)))
    here = here.bound(**last)
    for inner in loop.body:
        here = _with_last(here, inner) if isinstance(inner, syntax.For) else here
    return here
