"""What an answer computes with that only counts: sizes and free indices outside of subscripts and bounds.

A polynomial in them can be nothing wherever it is usually looked at. So all entries are, and a size further up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice, product

from interview_drill.formula import ast
from interview_drill.formula.domain import LARGEST_MARK, Configuration, runs, usual_sizes, within
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import bound_by, mapped_parts, parts, walk

BENT = 3
"""What stands in a power, a case or a floor counts so often: once is enough for many zeros."""
FURTHER_UP = 7
MOST_ENTRIES = 200

Counts = Mapping[str, int]


def computed_with(trees: Iterable[ast.Node], scope: Scope, extra: Collection[str]) -> Counts:
    """How often some trees compute with each size and free index: a measure of the zeros that they can make with it.

    `extra` are free indices beside the declared ones.
    """
    names = {name for name, symbol in scope.symbols.items() if symbol.type in ("size", "index")}.union(extra)
    found: Counter[str] = Counter()
    if names:
        for tree in trees:
            _count(with_sizes(tree, scope), names, 1, found)
    return found


def with_sizes(tree: ast.Tree, scope: Scope) -> ast.Tree:
    """The tree with what stands for a number of sizes written out (L for M + 2)."""
    if isinstance(tree, ast.Name):
        symbol = scope.symbols.get(tree.name)
        return tree if symbol is None or not _is_of_sizes(symbol, scope) else with_sizes(symbol.value, scope)
    return mapped_parts(tree, lambda part: with_sizes(part, scope))


def _is_of_sizes(symbol: Symbol, scope: Scope) -> bool:
    if symbol.type != "value" or symbol.parameters or symbol.value is None:
        return False
    names = {node.name for node in walk(symbol.value) if isinstance(node, ast.Name)}
    inside = [scope.symbols[name] for name in names if name in scope.symbols]
    return len(inside) == len(names) and all(one.type == "size" or _is_of_sizes(one, scope) for one in inside)


def _count(tree: ast.Tree, names: set[str], times: int, found: Counter[str]) -> None:
    if type(tree) is ast.Name:
        if tree.name in names:
            found[tree.name] += times
        return
    if type(tree) is ast.Number or _only_tells_apart(tree):
        return
    bound = bound_by(tree)
    names = names.difference(bound) if bound else names
    times = times if _is_straight(tree) else BENT
    for part in parts(tree):
        if not (_only_counts(tree, part) and _is_shift(part)):
            _count(part, names, times, found)


def _only_counts(tree: ast.Tree, part: ast.Tree) -> bool:
    """Whether a part is a subscript or the end of a sum."""
    return type(tree) is ast.Range or (type(tree) is ast.Entry and part is not tree.base)


def _is_shift(tree: ast.Tree) -> bool:
    """A name, or names and numbers added up."""
    return all(isinstance(one, ast.Name | ast.Number | ast.Plus | ast.Minus) for one in walk(tree))


def _only_tells_apart(tree: ast.Tree) -> bool:
    """Two names that are equal or not: of both there are examples among the usual entries."""
    if type(tree) is ast.Compare:
        return tree.operator in ("=", "!=") and type(tree.left) is type(tree.right) is ast.Name
    return type(tree) is ast.Apply and tree.function == "delta" and all(type(x) is ast.Name for x in tree.arguments)


STRAIGHT = (ast.Plus, ast.Minus, ast.Times, ast.Over, ast.Big, ast.Range, ast.Entry, ast.Probability, ast.Stack)
MONOTONE = frozenset({"sqrt", "exp", "log", "mean", "softmax", "sigmoid"})


def _is_straight(tree: ast.Tree) -> bool:
    """Whether a node makes no further zeros of what is in it: arithmetic, a root, a reciprocal, a sum."""
    if type(tree) is ast.Power:
        return all(isinstance(one, ast.Minus | ast.Over) or one == HALF or one in UNITS for one in walk(tree.exponent))
    return type(tree) in STRAIGHT or (type(tree) is ast.Apply and tree.function in MONOTONE)


HALF, UNITS = ast.Number(Fraction(1, 2)), (ast.Number(Fraction(1)), ast.Number(Fraction(2)))


def closer(scope: Scope, counts: Counts, marks: tuple[float, ...], extra: Mapping[str, str]) -> Iterator[Configuration]:
    """Where an answer that computes so is looked at beside the usual configurations."""
    indices = {name for name in counts if name in extra or scope.symbols[name].type == "index"}
    rows = [*(usual_sizes(scope) if indices else []), *_larger(scope, counts, marks)]
    return islice((one for sizes in rows for one in _entries(scope, sizes, extra, indices)), MOST_ENTRIES)


def beyond(scope: Scope, extra: Mapping[str, str]) -> Configuration | None:
    """Sizes above the range that is declared for them; None where no size has a range, or one that is a point.

    A range says which sizes are sampled. An answer that is right at those alone may still be so by chance.
    """
    ranges = {name: symbol.range for name, symbol in scope.symbols.items() if symbol.type == "size"}
    highest = {name: kind["high"] for name, kind in ranges.items() if isinstance(kind, Mapping) and "high" in kind}
    if not any(high > ranges[name].get("low", 1) for name, high in highest.items()):
        return None
    sizes = usual_sizes(scope)[0] | {name: int(high) + ABOVE for name, high in highest.items()}
    return next(_entries(scope, sizes, extra, ()), None)


ABOVE = 2


def _entries(
    scope: Scope, sizes: Mapping[str, int], extra: Mapping[str, str], indices: Collection[str]
) -> Iterator[Configuration]:
    """Every choice of the indices that count; one of the others."""
    found = {name: run if name in indices else run[-1:] for name, run in runs(scope, sizes, extra).items()}
    for chosen in product(*found.values()):
        yield Configuration(sizes, dict(zip(found, chosen, strict=True)))


def _larger(scope: Scope, counts: Counts, marks: tuple[float, ...]) -> Iterator[dict[str, int]]:
    """Sizes that a polynomial of low degree has not all as zeros, and those at which its constants can be reached."""
    names = [symbol.name for symbol in scope.symbols.values() if symbol.type == "size"]
    above = [int(mark) + 1 for mark in marks if mark == int(mark) and 2 < mark <= LARGEST_MARK]
    for size in [*([FURTHER_UP] if max(counts.values()) >= BENT else []), *above]:
        yield {name: within(scope, name, size + place % 2) for place, name in enumerate(names)}
