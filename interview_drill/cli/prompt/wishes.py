"""What the options of `drill practice` mean, and what is said where nothing answers to them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from interview_drill.bank import Bank
from interview_drill.errors import UsageError
from interview_drill.practice.horizon import Horizon
from interview_drill.practice.selection import Choice, Wish

EXAM = "exam"
"""The set that an exam is made of."""

YEAR_MONTH_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")

NOTHING = {"due": "nothing-due-only", "weak": "nothing-weak", "mistakes": "nothing-mistakes"}


def one_of(**flags: bool) -> str | None:
    """The name of the one flag that is set, None where none is. Raises UsageError where several are."""
    found = [name for name, is_set in flags.items() if is_set]
    if len(found) > 1:
        raise UsageError("only-one")
    return found[0] if found else None


def horizon(text: str | None, today: date, bank: Bank) -> Horizon | None:
    """The day to prepare for. Raises UsageError where it is no date, or past."""
    if text is None:
        return None
    try:
        day = _day(text)
    except ValueError as error:
        raise UsageError("by-unreadable", value=text) from error
    if day < today:
        raise UsageError("by-past", day=day.isoformat())
    return Horizon(day, exam_set(bank))


def _day(text: str) -> date:
    """ISO 8601, or year, month and day with the signs that people put between. Raises ValueError."""
    plain = unicodedata.normalize("NFKC", text).strip()
    parts = YEAR_MONTH_DAY.fullmatch(plain)
    return date(*map(int, parts.groups())) if parts else date.fromisoformat(plain)


def exam_set(bank: Bank) -> frozenset[str]:
    """The ids of the bank's exam set; none where it has no such set."""
    return frozenset(id for one in bank.sets() if one.id == EXAM for id in one.questions)


def nothing(chosen: Choice, wish: Wish, begun: bool) -> tuple[str, dict[str, str]]:
    """The message, with its facts, where there is nothing to ask; `begun` where something was answered at all."""
    if wish.only and not begun:
        return "nothing-begun", {"option": f"--{wish.only}"}
    if wish.only:
        return NOTHING[wish.only], {}
    return ("nothing-due", {"day": chosen.next_due.isoformat()}) if chosen.next_due else ("nothing-there", {})
