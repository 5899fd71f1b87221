"""Derivatives as operators: the variable is kept as an atom while all that depends on it is written out.

`∂J/∂z` keeps z in J, takes the exact derivative, and only then puts in what z stands for.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.differentiating import atoms, derivative, replaced
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, rank, scalar, spelled
from interview_drill.formula.scope import Symbol
from interview_drill.formula.symbols import label, ranges


def taken(tree: ast.Derivative, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """The derivative of the body by the variable, or by every entry of it. Raises AnswerError where there is none."""
    if isinstance(tree.variable, ast.Name) and tree.variable.name in here.bound:
        return _by_argument(tree, here, instantiate)
    names = labels(tree.variable, here, integer)
    stands_for = instantiate(tree.variable, here)
    each = [names] if isinstance(names, str) else list(names.reshape(-1))
    values = dict(zip(each, _flat(stands_for), strict=True))
    body = instantiate(tree.body, replace(here, kept=here.kept | frozenset(each)))
    if rank(body) + rank(stands_for) > 2:
        raise AnswerError("derivative-of-what")
    slopes = [_by(entry, name, values, here) for entry in _flat(body) for name in each]
    shape = (*getattr(body, "shape", ()), *getattr(stands_for, "shape", ()))
    return _shaped(slopes, shape)


def _by_argument(tree: ast.Derivative, here: Instance, instantiate: Callable) -> Value:
    """The derivative by a bound argument, as in the definition of F'(u), at the value that it is bound to."""
    name = tree.variable.name
    held = f"{name}°{here.depth}"
    body = scalar(instantiate(tree.body, replace(here, bound={**here.bound, name: here.pool.sym(held)})), name)
    return replaced(derivative(body, held, here.pool), {held: scalar(here.bound[name], name)}, here.pool)


def _by(body: Node, name: str, values: dict[str, Node], here: Instance) -> Node:
    """One entry's derivative by one atom, with what the atoms stand for put in at the end."""
    pool = here.pool
    slope = derivative(body, name, pool)
    if values[name].op != "sym":
        slope = pool.add(slope, *_through_root(body, name, values, here))
    return replaced(slope, values, pool)


def _through_root(body: Node, name: str, values: dict[str, Node], here: Instance) -> list[Node]:
    """What the body depends on beside the variable, where the variable depends on it too.

    With one such root r the variable stands for it: df/dv = (df/dr) / (dv/dr). With several, the derivative of
    something that does not hold the variable says nothing clear.
    """
    roots = atoms(values[name])
    shared = roots & atoms(body)
    if not shared:
        return []
    if len(roots) == 1:
        (root,) = roots
        pool = here.pool
        return [pool.div(derivative(body, root, pool), derivative(values[name], root, pool))]
    if name not in atoms(body):
        raise AnswerError("derivative-unclear", name=name)
    return []


def _flat(value: Value) -> list[Node]:
    return list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value]


def _shaped(nodes: list[Node], shape: tuple[int, ...]) -> Value:
    if not shape:
        return nodes[0]
    made = np.empty(len(nodes), dtype=object)
    made[:] = nodes
    return made.reshape(shape)


def labels(tree: ast.Node, here: Instance, integer: Callable) -> str | np.ndarray:
    """The atoms that a variable is kept as: its name, an entry's name, or all entries' names."""
    if isinstance(tree, ast.Apply):
        return _function_label(tree, here)
    base = tree.base if isinstance(tree, ast.Entry) else tree
    symbol = here.symbol(base.name) if isinstance(base, ast.Name) else None
    if symbol is None or symbol.type not in ("scalar", "array", "value") or base.name in here.bound:
        raise AnswerError("derivative-by-what", name=spelled(tree, here))
    if isinstance(tree, ast.Entry):
        return label(symbol.name, tuple(integer(index, here) for index in tree.indices))
    runs = ranges(symbol, here)
    if not runs:
        return symbol.name
    made = np.empty(tuple(map(len, runs)), dtype=object)
    for place in np.ndindex(made.shape):
        made[place] = label(symbol.name, tuple(run[at] for run, at in zip(runs, place, strict=True)))
    return made


def _function_label(tree: ast.Apply, here: Instance) -> str:
    """`σ(x)` of the declared x may be a variable, as in dx/dσ."""
    if not is_own(tree, here):
        raise AnswerError("derivative-by-what", name=tree.function)
    return f"{tree.function}()"


def is_own(tree: ast.Apply, here: Instance) -> bool:
    """Whether a declared function stands at its own declared arguments."""
    symbol = here.symbol(tree.function)
    if symbol is None or symbol.value is None:
        return False
    own = tuple(map(ast.Name, symbol.parameters))
    return tree.arguments == own and not any(name in here.bound for name in symbol.parameters)


def is_family(symbol: Symbol, here: Instance) -> bool:
    """Whether a function of numbers has an index among its parameters: F_i(u)."""
    kinds = {declared.type for name in symbol.parameters if (declared := here.symbol(name)) is not None}
    return "index" in kinds and (symbol.type == "function" or bool(kinds & {"scalar", "array"}))


def member(symbol: Symbol, tree: ast.Apply, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """One function of a family at its argument; an unknown one has a name of its own for each index."""
    indices, arguments = {}, {}
    for name, argument in zip(symbol.parameters, tree.arguments, strict=True):
        declared = here.symbol(name)
        if declared is not None and declared.type == "index":
            indices[name] = integer(argument, here)
        else:
            arguments[name] = scalar(instantiate(argument, here), symbol.name)
    if symbol.value is not None:
        return instantiate(symbol.value, here.within(arguments, indices))
    return here.pool.node("call", label(symbol.name, tuple(indices.values())), *arguments.values())


def possible(tree: ast.Cases, here: Instance, instantiate: Callable) -> ast.Cases:
    """The cases whose condition is not plainly false here: a recursion ends where its case does."""
    branches = []
    for value, condition in tree.branches:
        holds = instantiate(condition, here)
        if getattr(holds, "op", None) == "true":
            return ast.Cases(tuple(branches), value, tree.first_wins)
        if getattr(holds, "op", None) != "false":
            branches.append((value, condition))
    return ast.Cases(tuple(branches), tree.otherwise, tree.first_wins)
