"""What a declared name and its entries stand for at an instance: atoms, whole arrays, abbreviations written out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance, Value, rank, scalar, spelled
from interview_drill.formula.scope import Symbol
from interview_drill.formula.trees import walk


def named(tree: ast.Name, here: Instance, instantiate: Callable) -> Value:
    """What a name stands for: a fixed index, a bound argument, a declared symbol or a constant."""
    if tree.name in here.indices:
        return here.pool.num(here.indices[tree.name])
    if tree.name in here.bound:
        return here.bound[tree.name]
    symbol = here.symbol(tree.name)
    if symbol is None:
        return _constant(tree.name, here)
    return NAMED.get(symbol.type, _unusable)(symbol, here, instantiate)


def _constant(name: str, here: Instance) -> Value:
    if name == "e":
        return here.pool.fn("exp", here.pool.num(1))
    if name == "pi":
        return here.pool.mul(here.pool.num(4), here.pool.fn("atan", here.pool.num(1)))
    if name == "inf":
        return here.pool.div(here.pool.num(1), here.pool.num(0))
    if here.scope.options.get("free"):
        return here.pool.sym(name)
    raise AnswerError("name-without-value", name=name)


def _unusable(symbol: Symbol, here: Instance, instantiate: Callable) -> Value:
    raise AnswerError("name-not-a-value", name=symbol.name)


def _array(symbol: Symbol, here: Instance, instantiate: Callable) -> Value:
    """All entries as atoms, made once for a pool and written to by nobody."""
    key = ("array", symbol.name, symbol.start, shape := here.shape(symbol))
    if key not in here.pool.written:
        made = np.empty(shape, dtype=object)
        for place in np.ndindex(shape):
            made[place] = atom(symbol, tuple(at + symbol.start for at in place), here)
        made.setflags(write=False)
        here.pool.written[key] = made
    return here.pool.written[key]


def atom(symbol: Symbol, indices: tuple[int, ...], here: Instance) -> Node:
    """The scalar symbol for one entry of a declared array."""
    return here.pool.sym(label(symbol.name, indices))


def label(name: str, indices: tuple[int, ...]) -> str:
    """The name of one entry's atom."""
    return f"{name}[{','.join(map(str, indices))}]"


def ranges(symbol: Symbol, here: Instance) -> list[range]:
    """The values of each index of an array or abbreviation."""
    if symbol.type == "value":
        return [parameter_range(symbol, place, here) for place in range(len(symbol.parameters))]
    return [range(symbol.start, symbol.start + length) for length in here.shape(symbol)]


def _abbreviation(symbol: Symbol, here: Instance, instantiate: Callable) -> Value:
    """An abbreviation without its indices is the vector or matrix of its values; a parameter's own index is kept."""
    if symbol.name in here.kept:
        return here.pool.sym(symbol.name)
    if not symbol.parameters:
        return _written(symbol, {}, here, instantiate)
    runs = [parameter_range(symbol, place, here) for place in range(len(symbol.parameters))]
    made = np.empty(tuple(len(run) for run in runs), dtype=object)
    for place in np.ndindex(made.shape):
        indices = {name: run[at] for name, run, at in zip(symbol.parameters, runs, place, strict=True)}
        made[place] = scalar(_abbreviated(symbol, indices, here, instantiate), symbol.name)
    return made


def _abbreviated(symbol: Symbol, indices: dict[str, int], here: Instance, instantiate: Callable) -> Value:
    """An abbreviation at some indices; an atom where a derivative is taken by it."""
    if here.kept and label(symbol.name, tuple(indices.values())) in here.kept:
        return here.pool.sym(label(symbol.name, tuple(indices.values())))
    return _written(symbol, indices, here, instantiate)


def _written(symbol: Symbol, indices: dict[str, int], here: Instance, instantiate: Callable) -> Value:
    """The value of an abbreviation written out, once for the indices that it depends on."""
    inside = here.within({}, indices)
    places = tuple(inside.indices.get(name) for name in _used(symbol, here))
    key = (symbol.name, places, here.kept)
    if key not in here.pool.written:
        here.pool.written[key] = instantiate(symbol.value, inside)
    return here.pool.written[key]


def _used(symbol: Symbol, here: Instance) -> tuple[str, ...]:
    """Every name in an abbreviation, in those that it is made of, and in theirs."""
    key = ("used", symbol.name)
    if key not in here.pool.written:
        found: list[str] = []
        waiting = [symbol]
        while waiting:
            for node in walk(waiting.pop().value):
                name = getattr(node, "name", None) or getattr(node, "function", None)
                other = here.symbol(name)
                if name is not None and name not in found:
                    found.append(name)
                    waiting += [other] if other is not None and other.value is not None else []
        here.pool.written[key] = tuple(found)
    return here.pool.written[key]


def parameter_range(symbol: Symbol, place: int, here: Instance) -> range:
    """The values that one parameter of an abbreviation runs over."""
    declared = here.symbol(symbol.parameters[place])
    if place < len(symbol.shape):
        return range(symbol.start, symbol.start + here.size(symbol.shape[place]))
    if declared is None or not declared.shape:
        raise AnswerError("name-needs-index", name=symbol.name)
    return range(declared.start, declared.start + here.size(declared.shape[0]))


NAMED: dict[str, Callable[..., Value]] = {
    "scalar": lambda symbol, here, _: here.pool.sym(symbol.name),
    "size": lambda symbol, here, _: here.pool.num(here.sizes[symbol.name]),
    "array": _array,
    "value": _abbreviation,
}


def entry(tree: ast.Entry, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """An entry of a declared array or abbreviation, or of something computed."""
    symbol = (
        here.symbol(tree.base.name) if isinstance(tree.base, ast.Name) and tree.base.name not in here.bound else None
    )
    if symbol is None:
        return _entry_of_value(tree, here, instantiate, integer)
    if symbol.type == "value":
        return _abbreviated_entry(symbol, tree, here, instantiate, integer)
    if symbol.type != "array":
        raise AnswerError("name-takes-no-index", name=symbol.name)
    shape = here.shape(symbol)
    if len(tree.indices) < len(shape):
        return _entry_of_value(tree, here, instantiate, integer, symbol.start)
    return _array_entry(symbol, shape, tuple(integer(index, here) for index in tree.indices), here)


def _array_entry(symbol: Symbol, shape: tuple[int, ...], indices: tuple[int, ...], here: Instance) -> Node:
    if len(indices) != len(shape):
        raise AnswerError("too-many-indices", name=symbol.name, count=len(shape))
    if all(0 <= at - symbol.start < length for at, length in zip(indices, shape, strict=True)):
        return atom(symbol, indices, here)
    if symbol.outside == "zero":
        return here.pool.num(0)
    raise AnswerError("index-outside", name=symbol.name, start=symbol.start, size=symbol.shape[0])


def _abbreviated_entry(
    symbol: Symbol, tree: ast.Entry, here: Instance, instantiate: Callable, integer: Callable
) -> Value:
    if not symbol.parameters:
        return _entry_of_value(tree, here, instantiate, integer, symbol.start)
    if len(symbol.parameters) != len(tree.indices):
        raise AnswerError("too-many-indices", name=symbol.name, count=len(symbol.parameters))
    indices = {}
    for place, (name, index) in enumerate(zip(symbol.parameters, tree.indices, strict=True)):
        indices[name] = integer(index, here)
        run = parameter_range(symbol, place, here)
        if indices[name] not in run:
            raise AnswerError("index-outside", name=symbol.name, start=run.start, size=len(run))
    return _abbreviated(symbol, indices, here, instantiate)


def _entry_of_value(tree: ast.Entry, here: Instance, instantiate: Callable, integer: Callable, start: int = 1) -> Value:
    """An entry of something computed, such as (Wh)_i or softmax(z)_k."""
    value = instantiate(tree.base, here)
    if rank(value) < len(tree.indices):
        raise AnswerError("too-many-indices", name=spelled(tree.base, here), count=rank(value))
    for index in tree.indices:
        at = integer(index, here) - start
        if not 0 <= at < len(value):
            raise AnswerError("index-outside", name=spelled(tree.base, here), start=start, size=len(value))
        value = value[at]
    return value
