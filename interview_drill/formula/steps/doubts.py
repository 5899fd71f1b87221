"""Lines that agree and do not count: they hold what no point tests, and they are not proved."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, proof
from interview_drill.formula.agreement import ShapeDiffers
from interview_drill.formula.computed import beyond, computed_with
from interview_drill.formula.domain import Configuration
from interview_drill.formula.elementary import Pool, TooLarge
from interview_drill.formula.idle import Leaves, ends_moved, is_seen, tells
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Claim, Side
from interview_drill.formula.steps.places import Place
from interview_drill.formula.steps.proofs import unproved
from interview_drill.formula.steps.report import Journey
from interview_drill.formula.steps.truth import Head
from interview_drill.formula.switches import of_sizes
from interview_drill.formula.trees import mapped_parts

HALF = ast.Number(Fraction(1, 2))


def doubtful(claim: Claim, sides: Sequence[Side], others: Sequence[Side], journey: Journey) -> bool:
    """Whether sides that agree with their chain's head say too little; the journey keeps whether that head does.

    A definition is true of itself: what no point tests in it is not proved by that. (Without a prover nothing could be
    proved: then points decide.)
    """
    if any(of_sizes(side.tree, claim.scope) or _ends_unseen(side, journey) for side in sides):
        return True
    if any(_fails_beyond(side, journey) for side in others):
        return True
    if not proof.available():
        return False
    idle = [_is_idle(side, claim, journey) for side in sides]
    if claim.defined and idle[1]:
        return True
    journey.idle = journey.idle or (not claim.continues and idle[0])
    tried = zip(others, idle[len(sides) - len(others) :], strict=True)
    return any((journey.idle or one) and unproved([(journey.head, side)]) is not None for side, one in tried)


def _ends_unseen(side: Side, journey: Journey) -> bool:
    """Whether a sum could begin or end elsewhere: Σ_{k=9}^{n} is empty wherever it is looked at, and proved at."""
    return any(
        not is_seen(tree, lambda other: _differs(journey.head, other, side, journey.proportional))
        for tree in ends_moved(side.tree)
    )


def _fails_beyond(side: Side, journey: Journey) -> bool:
    """Whether a side that computes with a size comes apart from the head beyond the range declared for that size.

    (A term that the constant stands for is not asked for there.)
    """
    head = journey.head
    letters = head.letters(side.tree, side.indices)
    further = beyond(head.scope, letters)
    if further is None or not computed_with((head.tree, side.tree), head.scope, letters):
        return False
    if head.constant is not None and head.drops_constants(side.tree):
        return False
    inside = Configuration(further.sizes, {name: further.indices[name] for name in letters})
    try:
        place = Place(head.scope, head.tree, inside)
        return bool(place.compare(place.value(side.tree, Pool(), side.arrays)).differ.any())
    except (AnswerError, TooLarge, ShapeDiffers):
        return True


def _is_idle(side: Side, claim: Claim, journey: Journey) -> bool:
    """Whether a leaf of a side could be another, its own names written out or not, under any mean that is declared."""
    made = frozenset(claim.scope.symbols.keys() - journey.derivation.scope.symbols.keys())
    leaves = Leaves(claim.scope, _asked_for(side, journey.head, journey.proportional), made)
    heads = [journey.head]

    def shows(tree: ast.Node) -> bool:
        if _differs(heads[0], tree, side, journey.proportional):
            return True
        heads[1:] = heads[1:] or _elsewhere(heads[0], side)
        return any(_differs(head, tree, side, journey.proportional) for head in heads[1:])

    trees = dict.fromkeys((side.tree, _with_numbers(side.tree, claim.scope, made)))
    return any(leaves.idle(tree, shows) for tree in trees)


def _asked_for(side: Side, head: Head, loose: bool) -> tuple[ast.Node, ...]:
    """What a line holds up to a constant with respect to."""
    if head.constant is None or not (loose or head.drops_constants(side.tree)):
        return ()
    return (ast.Name(head.constant.variable),)


def _differs(head: Head, tree: ast.Node, side: Side, loose: bool) -> bool:
    compare = head.compare_factors if loose else head.compare
    found = compare(tree, side.indices, side.arrays)
    return found.shape is not None or tells(found.numbers)


def _elsewhere(head: Head, side: Side) -> list[Head]:
    """The side itself where all means are moved, so that none is zero: what stands beside E[z - μ] shows there."""
    drawn = head.scope.options.get("distributions")
    if not drawn:
        return []
    moved = {name: replace(one, mean=ast.Plus((one.mean, HALF))) for name, one in drawn.items()}
    scope = replace(head.scope, options={**head.scope.options, "distributions": moved})
    return [Head(scope, side.tree, side.indices, head.constant, head.only)]


def _with_numbers(tree: ast.Node, scope: Scope, made: frozenset[str]) -> ast.Node:
    """The tree with a learner's names for single quantities written out, but for what derivatives are taken by."""
    if isinstance(tree, ast.Name):
        symbol = scope.symbols[tree.name] if tree.name in made else None
        written = symbol is not None and symbol.value is not None and not symbol.parameters
        return _with_numbers(symbol.value, scope, made) if written else tree
    if isinstance(tree, ast.Derivative):
        return replace(tree, body=_with_numbers(tree.body, scope, made))
    return mapped_parts(tree, lambda part: _with_numbers(part, scope, made))
