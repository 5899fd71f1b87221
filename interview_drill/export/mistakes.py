"""The book of mistakes: each missed question once, the latest first, with what was written and why it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from interview_drill.export import parts
from interview_drill.export.markdown import fenced, span
from interview_drill.feedback import phrase
from interview_drill.memory.review import SELF, Review
from interview_drill.question import Question

MISSED = ("incorrect", "partial")


class Missed(Struct, frozen=True):
    """The latest visit in which a question was missed: its reviews in order, and how often it was missed in all.

    `since` is the day (ISO text) on which it was answered right after that; None where it was not.
    """

    question: str
    reviews: tuple[Review, ...]
    times: int
    since: str | None


def missed(reviews: Iterable[Review]) -> list[Missed]:
    """What was missed, from reviews that stand in the order of time (`Store.reviews`)."""
    visits: dict[tuple[str, str], list[Review]] = {}
    for review in reviews:
        visits.setdefault((review.question, review.visit), []).append(review)
    found: dict[str, Missed] = {}
    for (question, _), mine in visits.items():
        before = found.pop(question, None)
        if any(map(_is_miss, mine)):
            found[question] = Missed(question, tuple(mine), before.times + 1 if before else 1, None)
        elif before:
            found[question] = _mended(before, mine)
    return sorted(found.values(), key=lambda one: one.reviews[-1].at, reverse=True)


def _is_miss(review: Review) -> bool:
    """A wrong answer, ticks that were not complete, or a key that was asked for instead of an answer."""
    return review.outcome in MISSED or review.tries == 0


def _mended(before: Missed, later: Sequence[Review]) -> Missed:
    right = next((review.day.isoformat() for review in later if review.outcome == "correct"), None)
    return Missed(before.question, before.reviews, before.times, before.since or right)


def book(found: Sequence[Missed], lookup: Callable[[str], Question | None], language: str) -> str:
    """The book as Markdown; `lookup` gives a question by its id, None where the bank no longer has it."""
    opening = [f"# {phrase('export-mistakes', language)}", phrase("export-mistakes-how", language, count=len(found))]
    return "\n\n".join([*opening, *(_entry(one, lookup(one.question), language) for one in found)]) + "\n"


def _entry(one: Missed, question: Question | None, language: str) -> str:
    name = parts.title(question, language) if question else span(one.question)
    return "\n\n".join(
        [
            f"## {name}",
            _when(one, question, language),
            *([parts.said(question.stem, language)] if question else [phrase("export-gone", language)]),
            *_written(one.reviews, language),
            *(_why(one.reviews, question, language) if question else ()),
            *([parts.key(question, language)] if question else ()),
        ]
    )


def _when(one: Missed, question: Question | None, language: str) -> str:
    told = [phrase("export-missed", language, day=one.reviews[-1].day.isoformat(), times=one.times)]
    if one.since:
        told.append(phrase("export-since", language, day=one.since))
    return parts.details(question, language, *told) if question else " · ".join(told)


def _written(reviews: Sequence[Review], language: str) -> list[str]:
    """The answers of the visit that were wrong, or that their author ticked."""
    answers = [one for one in reviews if one.answer.strip() and (one.outcome in MISSED or one.assessed == SELF)]
    told = [f"**{phrase('export-written', language)}**"]
    for review in answers:
        told.append(fenced(review.answer, "python" if review.kind == "code" else ""))
    return told if answers else [phrase("export-nothing-written", language)]


def _why(reviews: Sequence[Review], question: Question, language: str) -> list[str]:
    """The notes of the misconceptions that showed; a wrong answer without one gets the first hint."""
    names = dict.fromkeys(review.misconception for review in reviews if review.misconception)
    notes = [note for name in names if (note := parts.note(question, name, language))]
    if not notes and question.hints and any(review.outcome in MISSED and review.answer.strip() for review in reviews):
        notes = [phrase("export-no-note", language, hint=parts.said(question.hints[0], language))]
    return [f"**{phrase('export-why', language)}**", *notes] if notes else []
