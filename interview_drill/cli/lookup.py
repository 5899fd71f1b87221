"""From a name as typed to topics and questions; an unknown name is answered with the nearest ones."""

from __future__ import annotations

import re

from interview_drill.bank import Bank, Entry
from interview_drill.cli.language import language
from interview_drill.errors import UsageError
from interview_drill.question import Question


def entries_of(bank: Bank, name: str) -> list[Entry]:
    """The questions that a topic's name (in any language, or `q3`) or a question's id stands for."""
    found = bank.find(name)
    if not found:
        raise unknown("unknown-topic", bank, name=name)
    return found


def question_of(bank: Bank, name: str) -> Question:
    """The question with this id, spelled as `entries_of` takes it.

    Raises BankError where the bank has mistakes, this question's or another's.
    """
    if name in {entry.id for entry in bank.index()}:
        return bank.question(name)
    found = bank.find(name)
    if not found:
        raise unknown("unknown-question", bank, question=name)
    if found == bank.find(found[0].topic):
        raise UsageError("a-topic", name=name)
    return bank.question(found[0].id)


def unknown(message: str, bank: Bank, **typed: str) -> UsageError:
    """The error for a name that nothing bears, with the nearest names where there are any."""
    (name,) = typed.values()
    near = [
        _typed(found) for found in bank.nearest(name, language()) if found in bank or message != "unknown-question"
    ]
    return UsageError(f"{message}-near", nearest=near, **typed) if near else UsageError(message, **typed)


def _typed(name: str) -> str:
    """A name as it is typed in a shell: between quotes where it is not one word, or holds a comma."""
    return f'"{name}"' if re.search(r"[^\w-]", name) else name
