"""A derivation judged: every line by numbers, then what it showed on the way, and whether it arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.notations.indices import renamed
from interview_drill.formula.scope import Scope
from interview_drill.formula.steps.claims import Claim, Side, claims, placed
from interview_drill.formula.steps.statements import Chain, Sighting, Statement
from interview_drill.formula.steps.truth import Constant, Head, Truth


@dataclass(frozen=True, eq=False)
class Derivation:
    """What a question declares, made ready; `premises` may be stated without being true of every instance.

    Told apart by identity.
    """

    scope: Scope
    goals: tuple[tuple[Statement, ...], ...]
    milestones: Mapping[str, Sighting]
    routes: tuple[tuple[str, ...], ...]
    leap: int
    premises: tuple[Statement, ...] = ()
    constant: Constant | None = None

    @property
    def stated_goals(self) -> tuple[Statement, ...]:
        return tuple(one for goal in self.goals for one in goal)


@dataclass(frozen=True)
class Mismatch:
    """Two sides that differ: the chain's head and the side that is not its equal, with the numbers that tell."""

    claim: Claim
    head: Side
    side: Side
    truth: Truth


@dataclass(frozen=True)
class LineResult:
    """What became of one line: whether it holds (None: undecided), what it shows, which goals it states."""

    number: int
    follows: bool | None
    milestones: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    defined: str | None = None


@dataclass(frozen=True)
class Report:
    """`outcome` is right, false, undecided, circular, leap or goal; `line` the line that it is about, if any.

    `milestone` is the next one to show, `goal` the place of the first goal that is missing.
    """

    outcome: str
    lines: tuple[LineResult, ...]
    line: int | None = None
    mismatch: Mismatch | None = None
    milestone: str | None = None
    goal: int | None = None


@dataclass
class _Journey:
    """What was shown so far, each with the place (a running number of sides) where it first was."""

    derivation: Derivation
    own: dict[str, ast.Node] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    chain: Chain | None = None
    head: Head | None = None
    place: int = 0
    shown: dict[str, int] = field(default_factory=dict)
    goals: dict[int, int] = field(default_factory=dict)
    results: list[LineResult] = field(default_factory=list)


def judge(text: str, derivation: Derivation, notation: str | None = None) -> Report:
    """The report on a derivation. Raises AnswerError with the fact `line` where a line cannot be read."""
    journey = _Journey(derivation)
    for claim in claims(text, derivation.scope, notation):
        try:
            mismatch = _taken(claim, journey)
        except AnswerError as error:
            raise placed(error, claim.line, claim.piece) from None
        if mismatch is not None:
            return Report("false", tuple(journey.results), claim.line.number, mismatch)
    return _concluded(journey)


def _taken(claim: Claim, journey: _Journey) -> Mismatch | None:
    """One claim's truth, then what it shows. Raises AnswerError("add-brackets") where its readings come apart."""
    claim = _renamed(claim, journey.aliases)
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


def _known_as(claim: Claim, derivation: Derivation) -> str | None:
    """The declared symbol that a new name means: `p = σ(z)` is ŷ, and a derivative by p is one by ŷ."""
    left, right = claim.readings[0][:2]
    if isinstance(right.tree, ast.Name):
        return right.tree.name
    indices = left.tree.indices if isinstance(left.tree, ast.Entry) else ()
    for symbol in derivation.scope.symbols.values():
        if symbol.type == "value" and len(symbol.parameters) == len(indices):
            name = ast.Name(symbol.name)
            if _equal(ast.Entry(name, indices) if indices else name, left, claim):
                return symbol.name
    return None


def _equal(tree: ast.Node, side: Side, claim: Claim) -> bool:
    try:
        return Head(claim.scope, tree, side.indices).compare(side.tree, side.indices).holds is True
    except AnswerError:
        return False


def _renamed(claim: Claim, aliases: Mapping[str, str]) -> Claim:
    """The claim with the learner's other names for declared symbols as those."""
    if not aliases:
        return claim
    readings = tuple(
        tuple(replace(side, tree=renamed(side.tree, aliases)) for side in sides) for sides in claim.readings
    )
    return replace(claim, readings=readings)


def _is_premise(claim: Claim, journey: _Journey) -> bool:
    if claim.continues:
        return False
    chain = Chain(claim.scope, journey.own)
    chain.sides = list(claim.readings[0])
    return any(chain.states(one) for one in journey.derivation.premises)


def _mismatch(sides: Sequence[Side], claim: Claim, journey: _Journey) -> Mismatch | None:
    """The first side that is not shown to have the head's value: it differs, or nothing can be told."""
    if claim.continues:
        head, first, others = journey.head, journey.chain.sides[0], sides
    else:
        first, others = sides[0], sides[1:]
        head = Head(claim.scope, first.tree, first.indices, journey.derivation.constant)
    undecided = None
    for place, side in enumerate(others):
        if claim.defined and place == 0:
            continue
        truth = head.compare(side.tree, side.indices, side.arrays)
        if truth.holds is False:
            return Mismatch(claim, first, side, truth)
        undecided = undecided or (Mismatch(claim, first, side, truth) if truth.holds is None else None)
    return undecided


def _recorded(claim: Claim, sides: Sequence[Side], follows: bool, journey: _Journey) -> None:
    """The sides join their chain; milestones and goals that it now states are kept with their place."""
    if not claim.continues:
        journey.head = Head(claim.scope, sides[0].tree, sides[0].indices, journey.derivation.constant)
        if claim.defined:
            journey.own[claim.defined] = sides[1].tree
            known = _known_as(claim, journey.derivation)
            journey.aliases |= {claim.defined: known} if known else {}
        journey.chain = Chain(claim.scope, dict(journey.own))
    milestones, goals = [], []
    for side in sides:
        journey.chain.sides.append(side)
        journey.place += 1
        if follows:
            milestones += _milestones(journey)
            goals += _goals(journey)
    result = LineResult(claim.line.number, follows, tuple(milestones), tuple(goals), claim.defined)
    journey.results.append(result)


def _milestones(journey: _Journey) -> list[str]:
    derivation = journey.derivation
    found = [
        name
        for name, sighting in derivation.milestones.items()
        if name not in journey.shown and journey.chain.shows(sighting, derivation.stated_goals)
    ]
    journey.shown |= dict.fromkeys(found, journey.place)
    return found


def _goals(journey: _Journey) -> list[int]:
    """The goals whose form the chain's newest side completes."""
    chain, found = journey.chain, []
    before = Chain(chain.scope, chain.own)
    before.sides = chain.sides[:-1]
    for place, goal in enumerate(journey.derivation.goals):
        if any(chain.states(one) and not before.states(one) for one in goal):
            found.append(place)
            journey.goals.setdefault(place, journey.place)
    return found


def _concluded(journey: _Journey) -> Report:
    lines, derivation = tuple(journey.results), journey.derivation
    undecided = next((one for one in lines if one.follows is None or one.follows is False), None)
    if undecided is not None:
        return Report("undecided", lines, undecided.number)
    if _circular(journey):
        return Report("circular", lines, next(one.number for one in lines if one.goals))
    missing = next((place for place in range(len(derivation.goals)) if place not in journey.goals), None)
    gap = _gap(journey)
    if missing is not None:
        return Report("goal", lines, milestone=_next(journey), goal=missing)
    if gap is not None:
        return Report("leap", lines, next(one.number for one in lines if one.goals), milestone=gap)
    return Report("right", lines)


def _circular(journey: _Journey) -> bool:
    """A goal before anything was shown, and then a way to it: the goal was its own premise."""
    claimed = [one for one in journey.results if one.defined is None]
    stated = next((place for place, one in enumerate(claimed) if one.goals), None)
    if stated is None:
        return False
    behind = [one for one in claimed[stated + 1 :] if not one.goals]
    if any(one.milestones for one in claimed[: stated + 1]) or not behind:
        return False
    again = any(one.milestones or one.goals for one in claimed[stated + 1 :])
    return stated == 0 or again


def _gap(journey: _Journey) -> str | None:
    """The first milestone of a leap that is too wide, on the route that comes nearest; None where one has none."""
    end = max(journey.goals.values(), default=journey.place + 1)
    shown = {name for name, place in journey.shown.items() if place <= end}
    gaps = [_widest(route, shown, journey.derivation.leap) for route in journey.derivation.routes]
    if any(gap is None for gap, _ in gaps):
        return None
    return min(gaps, key=lambda one: one[1])[0]


def _widest(route: Sequence[str], shown: set[str], leap: int) -> tuple[str | None, int]:
    """(where the first run of missing milestones that is longer than the leap begins, how many are missing)."""
    run, begins, missing = 0, None, 0
    for name in route:
        run = 0 if name in shown else run + 1
        missing += name not in shown
        if run == 1:
            begins = name
        if run > leap:
            return begins, missing + sum(1 for later in route if later not in shown)
    return None, missing


def _next(journey: _Journey) -> str | None:
    """The first milestone that is missing on the route of which most is there."""
    routes = journey.derivation.routes
    best = max(routes, key=lambda route: sum(name in journey.shown for name in route) / max(len(route), 1))
    behind = max((place for place, name in enumerate(best) if name in journey.shown), default=-1)
    return next((name for name in best[behind + 1 :] if name not in journey.shown), None)
