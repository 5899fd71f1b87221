"""What is said once a question is over: what was written the last time, and where one can go from here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from interview_drill.bank import Bank, Entry
from interview_drill.cli import headings, screen
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import language, words
from interview_drill.memory.days import review_day
from interview_drill.memory.review import Review
from interview_drill.memory.store import StoreError
from interview_drill.practice.standing import PASSED
from interview_drill.practice.visit import Visit
from interview_drill.question import Question, in_language

QUOTED = ("formula", "number", "choice")
"""Kinds whose answer is one line that says something by itself."""


def tell(visit: Visit, bank: Bank, keeping: Keeping, now: datetime) -> None:
    """Draw both, where there is something to say."""
    try:
        before = _before(keeping.store.reviews(visit.question.id), visit)
        following = next(iter(_following(visit.question.id, bank, keeping)), None)
    except StoreError:  # a session does not end over what only accompanies it
        return
    if before or following:
        screen.blank()
    if before:
        _last_time(before, visit.question, now)
    if following:
        screen.prose(words("follow-up", title=in_language(following.title, language()), question=following.id))


def _before(reviews: Sequence[Review], visit: Visit) -> Review | None:
    """The latest answer to this question from an earlier visit."""
    earlier = [one for one in reviews if one.id not in visit.reviews and one.visit != visit.id and one.outcome]
    return earlier[-1] if earlier else None


def _last_time(review: Review, question: Question, now: datetime) -> None:
    days = (review_day(now) - review.day).days
    when = words("last-today") if days < 1 else words("last-yesterday") if days == 1 else words("last-days", days=days)
    outcome = words(f"outcome-{review.outcome}")
    quoted = _quoted(review, question)
    screen.prose(words("last-quoted" if quoted else "last-outcome", when=when, outcome=outcome))
    if quoted:
        screen.lines([quoted])


def _quoted(review: Review, question: Question) -> str:
    """What was written then, on one line; nothing where it would say little or was long."""
    text = " ".join(review.answer.split())
    if question.kind == "choice":
        text = headings.option(question, text)
    return text if question.kind in QUOTED and len(text) <= screen.width() - 4 else ""


def _following(id: str, bank: Bank, keeping: Keeping) -> list[Entry]:
    """The follow-ups of a question that were not answered yet, in teaching order."""
    passed = keeping.store.passed(PASSED)
    return [entry for entry in bank.index() if entry.parent == id and entry.id not in passed]
