"""Sums, products, maxima and minima over bound indices, written out; where bounds are left out, what settles them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import prod

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, extremes, means
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, array, each, rank, scalar, spelled
from interview_drill.formula.trees import walk

REACH = 2
"""An unbounded index of arrays that are zero outside runs this far beyond what any of them holds."""


def big(tree: ast.Big, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """The value of a big operator. Raises AnswerError where its index runs over nothing known, TooLarge."""
    if tree.operator in ("argmax", "argmin") and here.scope.options.get("derivatives"):
        return extremes.direction(tree, here, instantiate, integer)
    if not tree.indices:  # over the entries of a vector, whose products can only be meant entry by entry
        return _reduced(tree, instantiate(tree.body, replace(here, arrays=True)), here)
    if tree.operator == "vector":
        return array([scalar(term, spelled(tree.body, here)) for term in _terms(tree, here, instantiate, integer)])
    try:
        terms = list(_terms(tree, here, instantiate, integer))
    except Beyond:
        return here.pool.fn("undefined")
    return each(lambda *nodes: _combined(tree.operator, list(nodes), here), *terms) if terms else _empty(tree, here)


def _reduced(tree: ast.Big, value: Value, here: Instance) -> Node:
    """A big operator over the entries of a vector body."""
    if not rank(value):
        raise AnswerError("sum-without-index")
    return _combined(tree.operator, list(value.reshape(-1)), here)


def _combined(operator: str, nodes: list[Node], here: Instance) -> Node:
    if operator not in COMBINED:
        raise AnswerError("operator-not-here", name=operator)
    return nodes[0] if len(nodes) == 1 else COMBINED[operator](here.pool, nodes)


COMBINED: dict[str, Callable] = {
    "sum": lambda pool, nodes: pool.add(*nodes),
    "prod": lambda pool, nodes: pool.mul(*nodes),
    "max": lambda pool, nodes: pool.fn("max", *nodes),
    "min": lambda pool, nodes: pool.fn("min", *nodes),
}


def _empty(tree: ast.Big, here: Instance) -> Node:
    if tree.operator in ("sum", "prod"):
        return here.pool.num(0 if tree.operator == "sum" else 1)
    raise AnswerError("operator-over-nothing", name=tree.operator)


def _terms(tree: ast.Big, here: Instance, instantiate: Callable, integer: Callable) -> Iterator[Value]:
    for inside in _instances(tree, here, instantiate, integer):
        holds = None if tree.condition is None else scalar(instantiate(tree.condition, inside), tree.operator)
        if holds is None or holds.op == "true":
            yield instantiate(tree.body, inside)
        elif holds.op != "false":
            body = scalar(instantiate(tree.body, inside), "sum")
            yield here.pool.cases([(body, holds)], _empty(tree, here))


def _instances(tree: ast.Big, here: Instance, instantiate: Callable, integer: Callable) -> Iterator[Instance]:
    """The instance of each term: bounds of later indices may depend on earlier ones."""
    pairs = zip(tree.indices, tree.bounds, strict=True)
    shared = {name: settled(name, tree, here, instantiate) for name, bound in pairs if _open(bound)}
    if all(bound is None for bound in tree.bounds):
        yield from _product(tree.indices, [shared[name] for name in tree.indices], here)
        return
    insides = [here]
    for name, bound in zip(tree.indices, tree.bounds, strict=True):
        runs = [(one, _run(name, bound, one, shared, integer)) for one in insides]
        if isinstance(bound, ast.Range) and bound.upper is not None:
            _within(name, tree.body, [run for _, run in runs], here)
        insides = [one.at(**{name: at}) for one, run in runs for at in run]
    yield from insides


class Beyond(Exception):
    """Written bounds lead an index that stands alone beyond an array: there it is zero, but has no entries."""


def _within(name: str, body: ast.Node, runs: list[range], here: Instance) -> None:
    held = [run for factor in _factors(body) for run in _held_runs(name, factor, here)]
    if any(run and (run.start < one.start or run.stop > one.stop) for run in runs for one in held):
        raise Beyond


def _open(bound: object) -> bool:
    return bound is None or (isinstance(bound, ast.Range) and bound.upper is None)


def _product(names: tuple[str, ...], runs: list[range], here: Instance) -> Iterator[Instance]:
    here.pool.spend(prod(map(len, runs)))
    for chosen in product(*runs):
        yield here.at(**dict(zip(names, chosen, strict=True)))


def _run(name: str, bound: object, here: Instance, shared: dict[str, range], integer: Callable) -> range:
    if bound is None:
        return shared[name]
    if isinstance(bound, str):
        symbol = here.symbol(bound)
        if symbol is None or not symbol.shape:
            raise AnswerError("set-unknown", name=bound)
        return range(symbol.start, symbol.start + here.size(symbol.shape[0]))
    lower = integer(bound.lower, here)
    upper = shared[name].stop - 1 if bound.upper is None else integer(bound.upper, here)
    here.pool.spend(max(0, upper - lower + 1))
    return range(lower, upper + 1)


def settled(name: str, tree: ast.Big, here: Instance, instantiate: Callable) -> range:
    """The values of an index without bounds: those for which the arrays that it stands in alone have an entry.

    Where such an array is a factor of every term and zero outside, only its own entries matter.
    """
    held = [run for factor in _factors(tree.body) for run in _held_runs(name, factor, here)]
    if held:
        return min(held, key=len)
    runs = []
    for entry in walk(tree.body):
        runs += list(_runs_of(name, entry, here))
    if not runs:
        runs = [run for entry in walk(tree.body) for run in _run_of_computed(name, entry, here, instantiate)]
    if not runs:
        raise AnswerError("sum-without-bounds", name=name)
    wide = [run for run in runs if run[1]]
    if len(wide) == len(runs):
        return range(min(run.start for run, _ in wide), max(run.stop for run, _ in wide))
    return min((run for run, outside in runs if not outside), key=len)


def _factors(tree: ast.Node) -> Iterator[ast.Node]:
    """What every term of a body is a multiple of."""
    if isinstance(tree, ast.Times):
        for factor in tree.factors:
            yield from _factors(factor)
    elif isinstance(tree, ast.Big) and tree.operator == "sum":
        yield from _factors(tree.body)
    elif isinstance(tree, ast.Minus):
        yield from _factors(tree.operand)
    else:
        yield tree


def _held_runs(name: str, factor: ast.Node, here: Instance) -> Iterator[range]:
    """Where a factor that is zero outside its array can be other than zero."""
    if isinstance(factor, ast.Entry) and isinstance(factor.base, ast.Name):
        symbol = here.symbol(factor.base.name)
        if symbol is not None and symbol.outside == "zero" and len(symbol.shape) == len(factor.indices):
            for length, index in zip(here.shape(symbol), factor.indices, strict=True):
                if index == ast.Name(name):
                    yield range(symbol.start, symbol.start + length)


def _runs_of(name: str, entry: ast.Node, here: Instance) -> Iterator[tuple[range, bool]]:
    """(values, whether beyond them all is zero) for each place where the index stands in an entry."""
    if isinstance(entry, ast.Entry) and isinstance(entry.base, ast.Name):
        symbol = here.symbol(entry.base.name)
        for place, index in enumerate(entry.indices):
            if symbol is not None and _mentions(name, index):
                yield from _run_of(symbol, place, index == ast.Name(name), here)
    if isinstance(entry, ast.Probability):
        for part in (entry.event, entry.given):
            yield from _runs_of(name, part, here) if part is not None else ()


def _run_of(symbol, place: int, alone: bool, here: Instance) -> Iterator[tuple[range, bool]]:
    shape = symbol.shape or _parameter_shape(symbol, here)
    if place >= len(shape):
        return
    length = here.size(shape[place])
    if symbol.outside == "zero":
        reach = sum(here.sizes.values()) + REACH
        yield range(symbol.start - reach, symbol.start + reach), True
    elif alone:
        yield range(symbol.start, symbol.start + length), False


def _run_of_computed(name: str, entry: ast.Node, here: Instance, instantiate: Callable) -> Iterator[tuple[range, bool]]:
    """The places of a computed vector, softmax(z)_i, of which the index stands alone."""
    computed = isinstance(entry, ast.Entry) and not isinstance(entry.base, ast.Name)
    if computed and entry.indices == (ast.Name(name),) and not _mentions(name, entry.base):
        value = instantiate(entry.base, here)
        if rank(value) == 1:
            yield range(1, 1 + len(value)), False


def _parameter_shape(symbol, here: Instance) -> tuple[str, ...]:
    declared = [here.symbol(name) for name in symbol.parameters]
    return tuple(one.shape[0] for one in declared if one is not None and one.shape)


def _mentions(name: str, tree: ast.Node) -> bool:
    return any(part == ast.Name(name) for part in walk(tree))


def expectation(tree: ast.Expectation, here: Instance, instantiate: Callable) -> Value:
    """The mean of a body whose variable is drawn from a declared distribution."""
    normal = (here.scope.options.get("distributions") or {}).get(tree.distribution)
    if normal is not None:
        return means.normal(tree, normal, here, instantiate)
    symbol = here.symbol(tree.distribution)
    if symbol is None or symbol.type != "array" or len(symbol.shape) != 1:
        raise AnswerError("distribution-unknown", name=tree.distribution)
    terms = []
    for at in range(symbol.start, symbol.start + here.size(symbol.shape[0])):
        inside = here.at(**{tree.variable: at})
        mass = instantiate(ast.Entry(ast.Name(symbol.name), (ast.Number(at),)), inside)
        terms.append(here.pool.mul(mass, scalar(instantiate(tree.body, inside), "expectation")))
    return here.pool.add(*terms)
