"""Drills put together beforehand, by name."""

from __future__ import annotations

from difflib import get_close_matches

from interview_drill.bank import Bank, QuestionSet
from interview_drill.errors import UsageError


def set_of(bank: Bank, name: str) -> QuestionSet:
    """The set of this name. Raises UsageError, with the nearest names, where there is none."""
    known = {one.id: one for one in bank.sets()}
    if name not in known:
        raise UsageError("unknown-set", name=name, nearest=get_close_matches(name, known, n=1) or list(known))
    return known[name]


def members(bank: Bank, name: str | None) -> list[str]:
    """The ids of a set's questions in their order, those that the bank has; none where no set is named.

    Raises UsageError where the bank has none of them.
    """
    if name is None:
        return []
    found = [id for id in set_of(bank, name).questions if id in bank]
    if not found:
        raise UsageError("nothing-fits")
    return found
