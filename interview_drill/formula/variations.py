"""How a wrong answer is related to the key, found by changing one of them a little and comparing again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.agreement import ShapeDiffers, Situation
from interview_drill.formula.elementary import Pool, TooLarge
from interview_drill.formula.regrouping import regrouped
from interview_drill.formula.relations import Relation
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import changed, replaced, swapped, walk

MOST_VARIANTS = 24
MOST_SITUATIONS = 6
ENOUGH = 8
"""Points that must agree in each situation: a variant that is hardly ever defined says nothing."""


def by_change(tree: ast.Node, situations: Sequence[Situation], arrays: bool) -> Relation | None:
    """One small change, of the answer (two names exchanged) or of the key, that makes them equal.

    It is looked for in a few situations, and told where it holds in all of them.
    """
    near, every = _looked_at(situations)
    if not near:
        return None
    scope = near[0].scope
    for left, right in _swappable(tree, scope):
        if all(_becomes(swapped(tree, left, right), some, arrays) for some in (near, every)):
            return Relation("swapped", {"names": [left, right]})
    for name, variant in islice(variants(near[0].key_tree, scope), MOST_VARIANTS):
        if all(_same_value(tree, variant, some, arrays) for some in (near, every)):
            return Relation(name)
    return None


def lacks_brackets(tree: ast.Node, situations: Sequence[Situation], arrays: bool) -> bool:
    """Whether one pair of brackets more would make the answer the key."""
    near, every = _looked_at(situations)
    regroupings = islice(regrouped(tree), MOST_VARIANTS)
    return bool(near) and any(all(_becomes(one, some, arrays) for some in (near, every)) for one in regroupings)


def _looked_at(situations: Sequence[Situation]) -> tuple[list[Situation], list[Situation]]:
    """A few situations, which tell most changes, and all that have points."""
    every = [one for one in situations if len(one.chosen)]
    return every[-MOST_SITUATIONS:], every


def variants(key: ast.Node, scope: Scope) -> Iterator[tuple[str, ast.Node]]:
    """(relation, key with that slip made at one place), for every place where it can be made."""
    for name, change in SLIPS.items():
        yield from ((name, variant) for variant in changed(key, lambda node, change=change: change(node, scope)))
    yield from (("dual", replaced(key, share, _complement(share))) for share in _shares(scope))


def _term_left_out(node: ast.Node, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(node, ast.Plus):
        for place in range(len(node.terms)):
            rest = node.terms[:place] + node.terms[place + 1 :]
            yield rest[0] if len(rest) == 1 else ast.Plus(rest)


def _index_shadowed(node: ast.Node, scope: Scope) -> Iterator[ast.Node]:
    """The body of a sum uses a free index where its own is meant."""
    if isinstance(node, ast.Big):
        for bound in node.indices:
            for free in (symbol.name for symbol in scope.symbols.values() if symbol.type == "index"):
                yield replace(node, body=replaced(node.body, bound, ast.Name(free)))


def _square_missing(node: ast.Node, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(node, ast.Power) and node.exponent == ast.Number(Fraction(2)):
        yield node.base
    if isinstance(node, ast.Big) and node.operator == "sum":  # a norm that was not squared
        yield ast.Apply("sqrt", (node,))


def _root_missing(node: ast.Node, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(node, ast.Apply) and node.function == "sqrt":
        yield node.arguments[0]


def _dual(node: ast.Node, scope: Scope) -> Iterator[ast.Node]:
    """The mirrored convention: an index that runs the other way."""
    if isinstance(node, ast.Entry):
        for place, index in enumerate(node.indices):
            if isinstance(index, ast.Plus) and len(index.terms) == 2:
                flipped = ast.Plus((index.terms[0], ast.Minus(index.terms[1])))
                others = [_flipped(one) for at, one in enumerate(node.indices) if at != place]
                yield replace(node, indices=(*others[:place], flipped, *others[place:]))


def _flipped(index: ast.Node) -> ast.Node:
    if isinstance(index, ast.Plus) and len(index.terms) == 2:
        return ast.Plus((index.terms[0], ast.Minus(index.terms[1])))
    return index


def _shares(scope: Scope) -> list[str]:
    """Declared scalars that are a share of a whole."""
    shares = ("unit", "probability")
    return [one.name for one in scope.symbols.values() if one.type == "scalar" and one.range in shares]


def _complement(name: str) -> ast.Node:
    return ast.Plus((ast.Number(Fraction(1)), ast.Minus(ast.Name(name))))


SLIPS: dict[str, Callable[[ast.Node, Scope], Iterator[ast.Node]]] = {
    "missing-term": _term_left_out,
    "shadowed": _index_shadowed,
    "root": _square_missing,
    "power": _root_missing,
    "dual": _dual,
}


def _swappable(tree: ast.Node, scope: Scope) -> list[tuple[str, str]]:
    """Pairs of declared names of one type, those first of which both stand in the answer.

    Names that the learner made, or is not told of, are no names to talk about; nor are those that a learner's name is
    made of, which would change places there as well.
    """
    hidden = {*_made(scope), *scope.options.get("internal", ())}
    used = _names(tree)
    plain = [one for name, one in scope.symbols.items() if one.type in SWAPPABLE and not (one.answer or name in hidden)]
    pairs = [(one.name, two.name) for one, two in combinations(plain, 2) if _alike(one, two)]
    ranked = sorted(pairs, key=lambda pair: -len(used & set(pair)))
    return [pair for pair in ranked if used & set(pair)][:MOST_VARIANTS]


def _made(scope: Scope) -> set[str]:
    """The names that the learner made, and all that stand in what they mean."""
    made = set(scope.options.get("made", ()))
    return made.union(*(_names(scope.symbols[name].value) for name in made))


def _names(tree: ast.Node) -> set[str]:
    return {node.name for node in walk(tree) if isinstance(node, ast.Name)}


SWAPPABLE = ("scalar", "array", "event", "index", "value")


def _alike(one: Symbol, two: Symbol) -> bool:
    return (one.type, one.shape, one.parameters) == (two.type, two.shape, two.parameters)


def _becomes(tree: ast.Node, situations: Sequence[Situation], arrays: bool) -> bool:
    try:
        found = (situation.compare(situation.value(tree, Pool(), arrays)) for situation in situations)
        return all(one.agree.sum() >= ENOUGH and not one.differ.any() and not one.undefined.any() for one in found)
    except (AnswerError, TooLarge, ShapeDiffers):
        return False


def _same_value(tree: ast.Node, other: ast.Node, situations: Sequence[Situation], arrays: bool) -> bool:
    try:
        return all(_becomes(tree, [Situation(one.scope, other, one.configuration)], arrays) for one in situations)
    except (AnswerError, TooLarge):
        return False
