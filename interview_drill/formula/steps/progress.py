"""How far a derivation came, where every line holds: circles, leaps, and the next milestone."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.formula.steps.definitions import are_one
from interview_drill.formula.steps.report import Journey, LineResult, Report


def concluded(journey: Journey) -> Report:
    """What becomes of a derivation whose every line was walked: the first thing that is wrong with it, or right."""
    lines, derivation = tuple(journey.results), journey.derivation
    undecided = next((one for one in lines if one.follows is None or one.follows is False), None)
    if undecided is not None:
        return Report("undecided", lines, undecided.number)
    if _before_its_way(journey):
        return _premature(journey)
    missing = next((place for place in range(len(derivation.goals)) if place not in journey.goals), None)
    gap = _gap(journey, max(journey.goals.values(), default=journey.place + 1))
    if missing is not None:
        return Report("goal", lines, milestone=next_milestone(journey), goal=missing)
    if gap is not None:
        return Report("leap", lines, _arrival(journey), milestone=gap)
    return Report("right", lines)


def _arrival(journey: Journey) -> int:
    """The number of the first line that states a goal."""
    return next(one.number for one in journey.results if one.goals)


def _parted(journey: Journey) -> tuple[list[LineResult], list[LineResult]]:
    """What is claimed up to the first line that states a goal, with that line, and what is claimed behind it."""
    claimed = [one for one in journey.results if one.defined is None]
    stated = next((place for place, one in enumerate(claimed, 1) if one.goals), len(claimed))
    return claimed[:stated], claimed[stated:]


def _before_its_way(journey: Journey) -> bool:
    """A goal before any milestone, and then a way to it."""
    before, behind = _parted(journey)
    if any(one.milestones for one in before) or all(one.goals for one in behind):
        return False
    return len(before) == 1 or any(one.milestones or one.goals for one in behind)


def _premature(journey: Journey) -> Report:
    """A goal that is its own premise; but a leap where something was done before, though no milestone that is known."""
    lines, line = tuple(journey.results), _arrival(journey)
    gap = _gap(journey, min(journey.goals.values()))
    if gap is not None and any(map(_works, _parted(journey)[0])):
        return Report("leap", lines, line, milestone=gap)
    return Report("circular", lines, line)


def _works(line: LineResult) -> bool:
    """Whether a line says more, before it states a goal, than that a name stands for what it is declared as."""
    return any(not are_one(head.tree, side.tree, head.scope) for head, side in line.equal[: line.ahead])


def _gap(journey: Journey, end: int) -> str | None:
    """The first milestone of a leap that is too wide, on the route that comes nearest; None where one has none."""
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


def next_milestone(journey: Journey) -> str | None:
    """The first milestone that is missing on the route of which most is there."""
    routes = journey.derivation.routes
    best = max(routes, key=lambda route: sum(name in journey.shown for name in route) / max(len(route), 1))
    behind = max((place for place, name in enumerate(best) if name in journey.shown), default=-1)
    return next((name for name in best[behind + 1 :] if name not in journey.shown), None)
