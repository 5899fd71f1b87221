"""Loops that add up: `s = 0`, then `for j in range(n): s += z[j]`, is a sum over a bound index.

A name that a loop only adds to is carried from round to round, and is not looked at before the loop ends. What else a
loop assigns is assigned in a round before it is used there: nothing here knows what the round before has left of it,
nor what the last one leaves. An `if` parts a round in two, each of which goes on by itself.
"""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic import filling, lasting, memory, scoping
from interview_drill.formula.notations.pythonic.context import Context
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import difference
from interview_drill.formula.notations.pythonic.loops import all_of, clause_of
from interview_drill.formula.notations.pythonic.values import Unset, Value, as_number, plus, times

Step = Callable[[Context, syntax.stmt], Context]
JOINED: Mapping[type, tuple[str, Callable[[Node, Node], Node]]] = {
    syntax.Add: ("sum", plus),
    syntax.Sub: ("sum", difference),
    syntax.Mult: ("prod", times),
    syntax.Store: ("vector", lambda left, right: right),
}
"""`+=`, `-=`, `*=`, and `=` of all entries of an array (see filling.py)."""
CARRIED = Unset("python-loop")
PLAIN = (syntax.Assign, syntax.AnnAssign, syntax.AugAssign, syntax.Pass)


class Term(Struct, frozen=True):
    """What a statement adds to a name: a tree, over the loops and under the conditions that the statement stands in."""

    name: str
    operator: type
    tree: Node
    indices: tuple[str, ...] = ()
    bounds: tuple[ast.Range, ...] = ()
    conditions: tuple[Node, ...] = ()

    def total(self) -> Node:
        """The tree in all rounds together."""
        kind, _ = JOINED[self.operator]
        return ast.Big(kind, self.indices, self.bounds, all_of(self.conditions), self.tree)


class Inside(Struct, frozen=True):
    """The loop that a statement stands in, the names that it or one around it carries, and the arrays that it fills."""

    step: Step
    loop: syntax.For | None = None
    carried: frozenset[str] = frozenset()
    fills: Mapping[str, syntax.Assign] = {}


def after(here: Context, loop: syntax.For, step: Step) -> Context:
    """The names after a loop: what it added up, and its own at their last values. Raises AnswerError."""
    return _after(here, loop, Inside(step))[0]


def _after(here: Context, loop: syntax.For, around: Inside) -> tuple[Context, list[Term]]:
    """The names after a loop, and what it adds to those that the loops around it carry."""
    if loop.orelse:
        raise here.fail("python-loop", loop)
    carried = _carried(here, loop)
    assigned = {one.id for one in scoping.stored(loop.body)} - carried - around.carried
    fills = filling.filled(loop) if around.loop is None else {}
    here, start = _started(here, loop, around, carried.union(fills) - around.carried)
    calls = memory.changes(here)
    inside = replace(around, loop=loop, carried=around.carried | carried, fills=fills)
    terms = _of_rounds(here, loop, inside, assigned)
    for name in fills:
        _check_filled(here, loop, start[name], [one for one in terms if one.name == name])
    if memory.changes(here) != calls:  # what the next round would see
        raise here.fail("python-loop", loop)
    totals = {name: _joined(here, value, name, terms) for name, value in start.items()}
    here = lasting.after(here, loop, assigned).bound(**totals)
    return scoping.settled(here), [term for term in terms if term.name not in totals]


def _started(
    here: Context, loop: syntax.For, around: Inside, names: Iterable[str]
) -> tuple[Context, Mapping[str, Value]]:
    """The context in which a loop starts, what it carries hidden, and what that was before."""
    start = {name: here.value(syntax.copy_location(syntax.Name(name, syntax.Load()), loop)) for name in names}
    for name, value in start.items():
        _check_own(here, loop, around, name, value)
        here = memory.changed(here, name, value)
    return here.bound(**dict.fromkeys(start, CARRIED)), start


def _check_filled(here: Context, loop: syntax.For, start: Value, terms: Sequence[Term]) -> None:
    """Raise AnswerError where not each entry of an array is set, whatever the round."""
    is_plain = len(terms) == 1 and not terms[0].conditions
    if not is_plain or not filling.is_whole(here, loop, start):
        raise here.fail("python-filled", loop)


def _joined(here: Context, value: Value, name: str, terms: Iterable[Term]) -> Value:
    for term in terms:
        if term.name == name:
            join = JOINED[term.operator][1]
            value = entrywise(lambda a, b, join=join: join(as_number(a), as_number(b)), [value, term.total()], here)
    return value


def _addition(statement: syntax.AST) -> syntax.AugAssign | None:
    """`s += x`, and `s = s + x` or `s = x + s`, which are the same where s is only added to."""
    if isinstance(statement, syntax.AugAssign):
        return statement
    if not isinstance(statement, syntax.Assign) or len(statement.targets) > 1:
        return None
    target, value = statement.targets[0], statement.value
    if not isinstance(target, syntax.Name) or not isinstance(value, syntax.BinOp) or type(value.op) not in JOINED:
        return None
    if _is_name(value.left, target.id):
        return syntax.copy_location(syntax.AugAssign(target, value.op, value.right), statement)
    if _is_name(value.right, target.id) and not isinstance(value.op, syntax.Sub):
        return syntax.copy_location(syntax.AugAssign(target, value.op, value.left), statement)
    rest = _behind(value, target.id)
    return None if rest is None else syntax.copy_location(syntax.AugAssign(target, syntax.Add(), rest), statement)


def _behind(node: syntax.AST, name: str) -> syntax.expr | None:
    """-x + y of `s - x + y`; None where `s` does not come first."""
    if not isinstance(node, syntax.BinOp) or not isinstance(node.op, syntax.Add | syntax.Sub):
        return None
    if _is_name(node.left, name):
        is_added = isinstance(node.op, syntax.Add)
        return node.right if is_added else syntax.copy_location(syntax.UnaryOp(syntax.USub(), node.right), node.right)
    left = _behind(node.left, name)
    return None if left is None else syntax.copy_location(syntax.BinOp(left, node.op, node.right), node)


def _is_name(node: syntax.AST, name: str) -> bool:
    return isinstance(node, syntax.Name) and node.id == name


def _additions(body: Iterable[syntax.AST]) -> Iterable[syntax.AugAssign]:
    found = (_addition(node) for statement in body for node in syntax.walk(statement))
    return (one for one in found if one is not None and isinstance(one.target, syntax.Name))


def _assigned(body: Sequence[syntax.stmt]) -> list[syntax.Name]:
    """Where statements assign a name otherwise than by adding to it."""
    added = {id(one.target) for one in _additions(body)}
    return [one for one in scoping.stored(body) if id(one) not in added]


def _carried(here: Context, loop: syntax.For) -> frozenset[str]:
    """The names that a loop adds to. Raises AnswerError where one is both added to and multiplied."""
    operators: dict[str, str] = {}
    assigned = {one.id for one in _assigned([loop])}
    for one in _additions(loop.body):
        if one.target.id in assigned:
            continue
        operator, _ = JOINED.get(type(one.op), ("", None))
        if not operator or operators.setdefault(one.target.id, operator) != operator:
            raise here.fail("python-loop", one)
    return frozenset(operators)


def _check_own(here: Context, node: syntax.AST, around: Inside, name: str, value: Value) -> None:
    """Raise AnswerError where a round changes an array that the next one would see changed."""
    marks = memory.of_array(here, name, value) if around.loop is not None else None
    if marks is not None and not all(memory.is_made_in(mark, around.loop) for mark in marks):
        raise here.fail("python-loop", node)


def _of_rounds(here: Context, loop: syntax.For, inside: Inside, assigned: set[str]) -> list[Term]:
    """What all rounds of a loop add up."""
    indices: list[str] = []
    bounds: list[ast.Range] = []
    marks = lasting.marks(here, loop)
    here = clause_of(here, loop, loop, indices, bounds)
    unset = dict.fromkeys(assigned - marks.keys(), lasting.LOOPED)
    here = scoping.settled(memory.bound(here.bound(**unset), marks))
    terms = _of_body(here, loop.body, inside)
    return [replace(one, indices=(*indices, *one.indices), bounds=(*bounds, *one.bounds)) for one in terms]


def _of_body(here: Context, body: Sequence[syntax.stmt], inside: Inside) -> list[Term]:
    """What one round adds up from here on."""
    terms: list[Term] = []
    for place, statement in enumerate(body):
        added = _addition(statement)
        if added is not None and isinstance(added.target, syntax.Name) and added.target.id in inside.carried:
            terms.append(Term(added.target.id, type(added.op), here.number(added.value)))
        elif statement in inside.fills.values():
            terms.append(Term(statement.targets[0].value.id, syntax.Store, here.number(statement.value)))
        elif isinstance(statement, syntax.For):
            here, inner = _after(here, statement, inside)
            terms += inner
        elif isinstance(statement, syntax.If):
            rest = body[place + 1 :]
            if _only_adds(statement, inside):
                terms += _of_branches(here, statement, (), inside)
            else:
                return terms + _of_branches(here, statement, rest, inside)
        elif isinstance(statement, syntax.Continue):
            return terms
        elif isinstance(statement, PLAIN):
            here = _stepped(here, statement, inside)
        else:
            raise here.fail("python-loop", statement)
    return terms


def _only_adds(statement: syntax.If, inside: Inside) -> bool:
    """Whether what follows an `if` is the same whichever way it goes."""
    goes_on = not any(isinstance(node, syntax.Continue) for node in syntax.walk(statement))
    return goes_on and all(one.id in inside.carried for one in scoping.stored([statement]))


def _of_branches(here: Context, statement: syntax.If, rest: Sequence[syntax.stmt], inside: Inside) -> list[Term]:
    test = here.condition(statement.test)
    then = _of_body(here, [*statement.body, *rest], inside)
    otherwise = _of_body(here, [*statement.orelse, *rest], inside)
    opposite = ast.Logic("not", (test,))
    return [
        *(replace(one, conditions=(test, *one.conditions)) for one in then),
        *(replace(one, conditions=(opposite, *one.conditions)) for one in otherwise),
    ]


def _stepped(here: Context, statement: syntax.stmt, inside: Inside) -> Context:
    if isinstance(statement, syntax.AugAssign) and isinstance(statement.target, syntax.Name):
        name = syntax.copy_location(syntax.Name(statement.target.id, syntax.Load()), statement.target)
        _check_own(here, statement, inside, name.id, here.value(name))
    return inside.step(here, statement)
