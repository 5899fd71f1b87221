"""What the learner ticks: key points of an open question; on paper, whether the key was met, else which slip."""

from __future__ import annotations

from msgspec import Struct

from interview_drill.practice.rating import ticked
from interview_drill.practice.visit import Visit
from interview_drill.question import Misconception, Text
from interview_drill.verdict import Outcome


class Point(Struct, frozen=True):
    """One thing to tick with yes or no: `kind` is point, match (the whole key) or slip (a misconception)."""

    kind: str
    text: Text | None = None
    slip: Misconception | None = None


class Assessment(Struct, frozen=True):
    """What the ticks come to: the outcome, the share met in [0, 1], the rating and the slip, if one was ticked."""

    outcome: Outcome
    score: float
    rating: int
    misconception: str | None = None


def points(visit: Visit) -> tuple[Point, ...]:
    """All that may be ticked in this visit, in order."""
    if visit.question.kind == "concept":
        return tuple(Point("point", text=point.text) for point in visit.question.task.points)
    return (Point("match"), *(Point("slip", slip=slip) for slip in visit.question.misconceptions))


def next_point(visit: Visit) -> Point | None:
    """What is to be ticked now; None where the ticks are complete."""
    offered = points(visit)
    if len(visit.ticks) == len(offered) or (offered[0].kind == "match" and any(visit.ticks)):
        return None
    return offered[len(visit.ticks)]


def ticked_off(visit: Visit) -> bool:
    """Whether the ticks are complete, so that they can be assessed."""
    return bool(visit.ticks) and next_point(visit) is None


def unticked(visit: Visit) -> bool:
    """Whether there is an answer that its author has not judged to the end: it counts for nothing yet."""
    return visit.self_assessed and bool(visit.given) and not ticked_off(visit)


def assessment(visit: Visit) -> Assessment:
    """What complete ticks come to."""
    if visit.question.kind == "concept":
        share = sum(visit.ticks) / len(visit.ticks)
        return Assessment(_outcome(share), share, ticked(visit.ticks, visit.help))
    met = visit.ticks[0]
    slips = [point.slip.name for point, yes in zip(points(visit), visit.ticks, strict=False) if yes and point.slip]
    return Assessment(_outcome(float(met)), float(met), ticked([met], visit.help), slips[0] if slips else None)


def _outcome(share: float) -> Outcome:
    if share == 1.0:
        return Outcome.CORRECT
    return Outcome.PARTIAL if share else Outcome.INCORRECT
