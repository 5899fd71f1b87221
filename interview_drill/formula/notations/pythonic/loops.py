"""Comprehensions over range, zip, enumerate and arrays -> sums and vectors with a bound index."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable, Sequence

from msgspec import Struct

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.context import Context, named
from interview_drill.formula.notations.pythonic.entrywise import entry, first_index
from interview_drill.formula.notations.pythonic.names import size_of, start_of
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import ZERO, Lazy, Value, as_number, is_condition, plus, shifted
from interview_drill.formula.scope import Symbol

ELEMENTS = ("i", "j", "m", "r", "t")
"""Indices for loops that name only the entries: for p in P."""
Comprehension = syntax.GeneratorExp | syntax.ListComp
Clause = syntax.comprehension | syntax.For


class Run(Struct, frozen=True):
    """What a loop runs over: `element` of each whole number from `lower` to below `upper`.

    `start` is where the index stands on paper for the lowest Python index 0; `counts` says that the first name of the
    loop is that index.
    """

    lower: Node
    upper: Node
    element: Callable[[Node], Value]
    start: int | None = None
    counts: bool = False


def vector(here: Context, node: Comprehension) -> ast.Big:
    """[f(i) for i in range(n)]"""
    return big(here, node, "vector")


def matrix(here: Context, node: syntax.AST) -> Node | None:
    """[[f(i, j) for j in range(n)] for i in range(n)] as a whole answer: its entry at the two declared free indices.

    None where the node is no such list.
    """
    if isinstance(node, syntax.Call) and len(node.args) == 1 and not node.keywords:
        node = node.args[0] if isinstance(node.func, syntax.Attribute) and node.func.attr == "array" else node
    if not isinstance(node, syntax.ListComp) or not isinstance(node.elt, syntax.ListComp):
        return None
    clauses = [*node.generators, *node.elt.generators]
    free = [one for one in here.names.scope.symbols.values() if one.type == "index" and one.shape]
    if len(clauses) != 2 or len(free) != 2:
        raise here.fail("python-list", node)
    for clause, index in zip(clauses, free, strict=True):
        here = here.bound(**_whole_range(here, clause, index))
    return here.number(node.elt.elt)


def _whole_range(here: Context, clause: syntax.comprehension, index: Symbol) -> dict[str, Value]:
    """The name of a loop over all values of a free index, bound to that index."""
    run = run_of(here, clause.iter)
    is_whole = run.lower == ZERO and run.upper == size_of(index.shape[0]) and run.counts
    if not is_whole or clause.ifs or not isinstance(clause.target, syntax.Name):
        raise here.fail("python-list", clause.iter)
    return {clause.target.id: run.element(shifted(ast.Name(index.name), -index.start))}


def big(here: Context, node: Comprehension, operator: str) -> ast.Big:
    """A reduction over a comprehension; conditions of the loops become the condition of the sum."""
    if isinstance(node.elt, syntax.ListComp | syntax.List):
        raise here.fail("python-list", node)
    indices: list[str] = []
    bounds: list[ast.Range] = []
    conditions: list[Node] = []
    for clause in node.generators:
        here = clause_of(here, node, clause, indices, bounds)
        conditions += [here.condition(test) for test in clause.ifs]
    body = here.tree(node.elt)
    if operator == "vector" and (conditions or len(indices) > 1):
        raise here.fail("python-list", node)
    return ast.Big(operator, tuple(indices), tuple(bounds), all_of(conditions), as_number(body))


def all_of(conditions: Sequence[Node]) -> Node | None:
    if len(conditions) < 2:
        return conditions[0] if conditions else None
    return ast.Logic("and", tuple(conditions))


def clause_of(
    here: Context, node: syntax.AST, clause: Clause, indices: list[str], bounds: list[ast.Range]
) -> Context:
    """One `for ... in ...`: adds its index and bounds, and returns the context with its names bound."""
    run = run_of(here, clause.iter)
    typed = _first_name(clause.target)
    name = _index_name(here, typed, run) if run.counts else here.fresh(*ELEMENTS)
    start = run.start if run.start is not None else start_for(here, node, typed)
    indices.append(name)
    bounds.append(ast.Range(shifted(run.lower, start), shifted(run.upper, start - 1)))
    value = run.element(shifted(ast.Name(name), -start))
    return here.bound(**unpacked(here, clause.target, value), **{f" {name}": ast.Name(name)})


def _index_name(here: Context, typed: str, run: Run) -> str:
    """The loop's own name for the index; a declared free index may be hidden where nothing inside still means it."""
    symbol = here.names.symbol(typed)
    meant = named([*here.bindings.values(), run.element(ZERO)])
    if symbol is not None and symbol.type == "index" and symbol.name not in meant:
        return symbol.name
    return here.fresh(*ELEMENTS if typed == "_" else [typed])


def _first_name(target: syntax.AST) -> str:
    return next((part.id for part in syntax.walk(target) if isinstance(part, syntax.Name)), "i")


def start_for(here: Context, node: syntax.AST, name: str) -> int:
    """The first index on paper of the array that a loop variable is an index of; 0 where it is none."""
    for part in syntax.walk(node):
        if isinstance(part, syntax.Subscript) and any(_is_name(one, name) for one in syntax.walk(part.slice)):
            return start_of(part.value, here.names.scope, here.names.identifiers)
    return 0


def _is_name(node: syntax.AST, name: str) -> bool:
    return isinstance(node, syntax.Name) and node.id == name


def unpacked(here: Context, target: syntax.AST, value: Value) -> dict[str, Value]:
    """The names of a loop's target, bound to the parts of its element."""
    if isinstance(target, syntax.Name):
        return {target.id: value}
    is_list = isinstance(target, syntax.Tuple | syntax.List) and isinstance(value, tuple)
    if not is_list or len(value) != len(target.elts):
        raise here.fail("python-unpacking", target)
    found: dict[str, Value] = {}
    for part, inner in zip(target.elts, value, strict=True):
        found |= unpacked(here, part, inner)
    return found


def run_of(here: Context, node: syntax.AST) -> Run:
    """What an iterable runs over."""
    if isinstance(node, syntax.Call) and not node.keywords:
        name = node.func.id if isinstance(node.func, syntax.Name) else getattr(node.func, "attr", "")
        if name in RUNS:
            return RUNS[name](here, node)
    return _over_array(here, node)


def _range(here: Context, node: syntax.Call) -> Run:
    """range(n), range(a, b): whole numbers one by one."""
    if not 1 <= len(node.args) <= 3 or (len(node.args) == 3 and literal(node.args[2]) != 1):
        raise here.fail("python-range", node)
    bounds = [here.number(part) for part in node.args[:2]]
    lower, upper = (ZERO, bounds[0]) if len(bounds) == 1 else bounds
    return Run(lower, upper, lambda at: at, counts=True)


def _zip(here: Context, node: syntax.Call) -> Run:
    """zip(P, Q): arrays of one length, side by side."""
    runs = [run_of(here, part) for part in node.args]
    lengths = {_length(run) for run in runs}
    if len(lengths) != 1:
        raise here.fail("python-zip", node)
    start = next((run.start for run in runs if run.start is not None), 1)

    def element(at: Node) -> Value:
        return tuple(run.element(shifted(plus(run.lower, at), 0)) for run in runs)

    return Run(ZERO, lengths.pop(), element, start)


def _length(run: Run) -> Node:
    return shifted(plus(run.upper, ast.Minus(run.lower)), 0)


def _enumerate(here: Context, node: syntax.Call) -> Run:
    """enumerate(z): the index and the entry."""
    if not 1 <= len(node.args) <= 2:
        raise here.fail("python-range", node)
    inner = run_of(here, node.args[0])
    first = here.number(node.args[1]) if len(node.args) == 2 else ZERO

    def element(at: Node) -> Value:
        return shifted(plus(first, at), 0), inner.element(shifted(plus(inner.lower, at), 0))

    return Run(ZERO, _length(inner), element, inner.start if inner.start is not None else 1, True)


def _over_array(here: Context, node: syntax.AST) -> Run:
    """The entries of a vector, the rows of a matrix, or the members of a declared set."""
    array = here.entries(node)
    sides = array.shape if isinstance(array, Lazy) else shape(array, here.names.scope)
    if not sides or is_condition(array):
        raise here.fail("python-not-iterable", node, typed=here.source.typed(node)[:40])
    if isinstance(array, Lazy):
        return Run(ZERO, sides[0], lambda at: array.entry([at]), 1)
    symbol = here.names.scope.symbols.get(array.name) if isinstance(array, ast.Name) else None
    if symbol is not None and symbol.type == "set":
        return Run(ZERO, sides[0], lambda at: at, symbol.start, True)
    return Run(ZERO, sides[0], lambda at: entry(array, [at], here), first_index(array, here))


RUNS: dict[str, Callable[[Context, syntax.Call], Run]] = {
    "range": _range,
    "arange": _range,
    "zip": _zip,
    "enumerate": _enumerate,
}
