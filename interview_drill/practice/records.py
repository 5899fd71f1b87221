"""From what happened in a visit to the reviews on record."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from interview_drill import __version__
from interview_drill.memory.card import AGAIN
from interview_drill.memory.days import review_day
from interview_drill.memory.review import GRADED, SELF, Retraction, Review
from interview_drill.practice.events import Moment
from interview_drill.practice.rating import graded
from interview_drill.practice.ticks import assessment
from interview_drill.practice.visit import Given, Visit


def of_answer(visit: Visit, given: Given, seed: int, moment: Moment) -> Review:
    """An answer that was graded, or one that the learner will tick (and that rates then). Only a first try rates."""
    verdict = given.verdict
    rates = verdict is not None and visit.tries == 0
    return _review(
        visit,
        seed,
        moment,
        tries=visit.tries + 1,
        rating=graded(verdict, visit.help) if rates else None,
        outcome=verdict.outcome.value if verdict else None,
        score=verdict.score if verdict else None,
        misconception=verdict.misconception if verdict else None,
        answer=_writable(given.answer.text),
        notation=given.answer.notation,
        seconds=round(given.seconds, 3),
        assessed=SELF if visit.self_assessed else GRADED,
    )


def of_ticks(visit: Visit, seed: int, moment: Moment) -> Review:
    """Complete ticks: the learner's own verdict."""
    met = assessment(visit)
    return _review(
        visit,
        seed,
        moment,
        tries=1,
        rating=met.rating,
        outcome=met.outcome.value,
        score=met.score,
        misconception=met.misconception,
        seconds=_since(visit, moment),
        assessed=SELF,
    )


def of_key(visit: Visit, seed: int, moment: Moment) -> Review:
    """The key was asked for before any answer."""
    return _review(
        visit,
        seed,
        moment,
        tries=0,
        rating=AGAIN,
        outcome=None,
        score=None,
        misconception=None,
        seconds=_since(visit, moment),
        assessed=SELF if visit.self_assessed else GRADED,
    )


def retractions(reviews: tuple[str, ...], moment: Moment) -> tuple[Retraction, ...]:
    """One retraction a review; its id follows from the moment's, so that a scripted session repeats."""
    return tuple(Retraction(str(uuid5(NAMESPACE_OID, f"{moment.id}:{id}")), id, moment.now) for id in reviews)


def _writable(text: str) -> str:
    """The text as UTF-8 can hold it: half a surrogate pair, which JSON can carry, becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _since(visit: Visit, moment: Moment) -> float:
    return round((moment.now - visit.began).total_seconds(), 3)


def _review(visit: Visit, seed: int, moment: Moment, *, answer: str = "", **fields: object) -> Review:
    question = visit.question
    return Review(
        id=moment.id,
        visit=visit.id,
        question=question.id,
        revision=question.revision,
        kind=question.kind,
        at=moment.now,
        day=review_day(moment.now),
        answer=answer,
        hints=visit.hints,
        confidence=visit.confidence,
        seed=seed,
        version=__version__,
        **fields,
    )
