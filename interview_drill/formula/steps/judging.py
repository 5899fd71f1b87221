"""Each equation judged by numbers against what stands before it, and what it shows on the way."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.errors import AnswerError
from interview_drill.formula.steps.aliases import known_as, with_declared
from interview_drill.formula.steps.claims import Claim, Side
from interview_drill.formula.steps.doubts import doubtful
from interview_drill.formula.steps.report import Journey, LineResult, Mismatch
from interview_drill.formula.steps.statements import Chain
from interview_drill.formula.steps.truth import Head


def taken(claim: Claim, journey: Journey) -> Mismatch | None:
    """One claim's truth, then what it shows. Raises AnswerError("add-brackets") where its readings come apart."""
    return _taken_aside(claim, journey) if claim.piece.aside else _taken(claim, journey)


def _taken_aside(claim: Claim, journey: Journey) -> Mismatch | None:
    """A reason for another equation: the chain at hand goes on behind it, and may use a name that it makes."""
    head, chain, kept = journey.head, journey.chain, (journey.proportional, journey.idle)
    mismatch = _taken(claim, journey)
    journey.chain, (journey.proportional, journey.idle) = chain, kept
    if head is not None and claim.defined:
        head = Head(claim.scope, head.tree, head.indices, head.constant, head.only)
        journey.chain = chain.within(claim.scope, dict(journey.own))
    journey.head = head
    return mismatch


def _taken(claim: Claim, journey: Journey) -> Mismatch | None:
    claim = with_declared(claim, journey.aliases)
    found = [(sides, _mismatch(sides, claim, journey)) for sides in claim.readings]
    if _is_premise(claim, journey):
        journey.results.append(LineResult(claim.line.number, True))
        return None
    wrong = [mismatch for _, mismatch in found]
    if len(wrong) > 1 and len({one is None or one.truth.holds is None for one in wrong}) > 1:
        raise AnswerError("add-brackets")
    if wrong[0] is not None and wrong[0].truth.holds is False:
        journey.results.append(LineResult(claim.line.number, False))
        return wrong[0]
    _recorded(claim, found[0][0], wrong[0] is None, journey)
    return None


def _is_premise(claim: Claim, journey: Journey) -> bool:
    if claim.continues:
        return False
    chain = Chain(claim.scope, journey.own)
    chain.sides = list(claim.readings[0])
    return any(chain.states(one) for one in journey.derivation.premises)


def _mismatch(sides: Sequence[Side], claim: Claim, journey: Journey) -> Mismatch | None:
    """The first side that is not shown to have the head's value: it differs, or nothing can be told.

    With a sign of proportion in its chain a side is held to the one before it, as the sign between them says.
    """
    if claim.continues:
        head, first, others = journey.head, journey.chain.sides[0], sides
    else:
        first, others = sides[0], sides[1:]
        head = _head(claim, first, journey)
    loose = claim.piece.proportional or (claim.continues and journey.proportional)
    before = journey.chain.sides[-1] if claim.continues else first
    undecided = None
    for place, side in enumerate(others):
        if claim.defined and place == 0:
            continue
        if loose:
            head, first, before = _head(claim, before, journey), before, side
        start = 0 if claim.continues and place == 0 else first.end
        factors = any(start <= at < side.at for at in claim.piece.loose)
        truth = (head.compare_factors if factors else head.compare)(side.tree, side.indices, side.arrays)
        if truth.holds is False:
            return Mismatch(claim, first, side, truth)
        undecided = undecided or (Mismatch(claim, first, side, truth) if truth.holds is None else None)
    return undecided


def _head(claim: Claim, side: Side, journey: Journey) -> Head:
    return Head(claim.scope, side.tree, side.indices, journey.derivation.constant, claim.piece.condition)


def _recorded(claim: Claim, sides: Sequence[Side], follows: bool, journey: Journey) -> None:
    """The sides join their chain; milestones and goals that it now states are kept with their place."""
    if not claim.continues:
        journey.head = _head(claim, sides[0], journey)
        journey.proportional = False
        journey.idle = False
        if claim.defined:
            journey.own[claim.defined] = sides[1].tree
            known = known_as(claim, journey.derivation.scope)
            journey.aliases |= {claim.defined: known} if known else {}
        journey.chain = Chain(claim.scope, dict(journey.own))
    journey.proportional = journey.proportional or claim.piece.proportional
    others = sides if claim.continues else sides[1 + bool(claim.defined) :]
    unseen = follows and doubtful(claim, sides, others, journey)
    follows = follows and not unseen
    milestones, goals, ahead = [], [], len(others) - len(sides)
    for side in sides:
        journey.chain.sides.append(side)
        journey.place += 1
        if follows:
            milestones += _milestones(journey)
            goals += [] if _weaker(journey) else _goals(journey)
        ahead += not goals
    equal = tuple((journey.head, side) for side in others)
    holds = True if follows else None
    shown = (tuple(milestones), tuple(goals))
    result = LineResult(claim.line.number, holds, *shown, claim.defined, equal, unseen, max(ahead, 0))
    journey.results.append(result)


def _weaker(journey: Journey) -> bool:
    """Whether a chain says less than that its sides are equal: for some indices only, or up to a factor."""
    return journey.head.only is not None or journey.proportional


def _milestones(journey: Journey) -> list[str]:
    derivation = journey.derivation
    found = [
        name
        for name, sighting in derivation.milestones.items()
        if name not in journey.shown and journey.chain.shows(sighting, derivation.stated_goals)
    ]
    journey.shown |= dict.fromkeys(found, journey.place)
    return found


def _goals(journey: Journey) -> list[int]:
    """The goals whose form the chain's newest side completes."""
    chain, found = journey.chain, []
    before = Chain(chain.scope, chain.own)
    before.sides = chain.sides[:-1]
    for place, goal in enumerate(journey.derivation.goals):
        if any(chain.states(one) and not before.states(one) for one in goal):
            found.append(place)
            journey.goals.setdefault(place, journey.place)
    return found
