"""How a wrong answer is related to the key, found by changing one of them a little and comparing again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import combinations

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.agreement import ShapeDiffers, Situation
from interview_drill.formula.elementary import Pool, TooLarge
from interview_drill.formula.relations import Relation
from interview_drill.formula.scope import Scope
from interview_drill.formula.sums import walk


def by_change(tree: ast.Node, situations: Sequence[Situation], arrays: bool) -> Relation | None:
    """One small change of the answer (two names swapped) or of the key (a term left out) that makes them equal."""
    near = [one for one in situations if len(one.chosen)][:6]
    if not near:
        return None
    scope = near[0].scope
    for left, right in _swappable(tree, scope):
        if _becomes(swapped(tree, left, right), near, arrays):
            return Relation("swapped", {"names": [left, right]})
    for place, shorter in enumerate(_shorter(near[0].key_tree)):
        if _same_value(tree, shorter, near, arrays):
            return Relation("missing-term", {"place": place + 1})
    return None


def _swappable(tree: ast.Node, scope: Scope) -> Iterator[tuple[str, str]]:
    """Pairs of declared names of one type, at least one of which stands in the answer."""
    used = {node.name for node in walk(tree) if isinstance(node, ast.Name)}
    plain = [
        one
        for one in scope.symbols.values()
        if one.type in ("scalar", "array", "event", "index", "value") and not one.answer
    ]
    for one, two in list(combinations(plain, 2))[:20]:
        if (one.type, one.shape, one.parameters) == (two.type, two.shape, two.parameters) and {
            one.name,
            two.name,
        } & used:
            yield one.name, two.name


def swapped(tree, left: str, right: str):
    """The tree with two names exchanged everywhere."""
    if isinstance(tree, ast.Name):
        return ast.Name({left: right, right: left}.get(tree.name, tree.name))
    if isinstance(tree, tuple):
        return tuple(swapped(part, left, right) for part in tree)
    if is_dataclass(tree):
        return replace(tree, **{one.name: swapped(getattr(tree, one.name), left, right) for one in fields(tree)})
    return tree


def _shorter(key: ast.Node) -> Iterator[ast.Node]:
    """The key with one term of its outermost sum left out."""
    if isinstance(key, ast.Plus):
        for place in range(len(key.terms)):
            rest = key.terms[:place] + key.terms[place + 1 :]
            yield rest[0] if len(rest) == 1 else ast.Plus(rest)


def _becomes(tree: ast.Node, situations: Sequence[Situation], arrays: bool) -> bool:
    try:
        found = [situation.compare(situation.value(tree, Pool(), arrays)) for situation in situations]
    except (AnswerError, TooLarge, ShapeDiffers):
        return False
    return all(not one.differ.any() and not one.undefined.any() for one in found)


def _same_value(tree: ast.Node, other: ast.Node, situations: Sequence[Situation], arrays: bool) -> bool:
    try:
        made = [Situation(one.scope, other, one.configuration) for one in situations]
    except (AnswerError, TooLarge):
        return False
    return _becomes(tree, made, arrays)
