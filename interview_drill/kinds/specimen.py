"""What a question proves itself with: answers whose outcome its author knows, and mistakes seen without judging."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from interview_drill.question import Answer
from interview_drill.verdict import Outcome

NOTHING: Mapping[str, object] = {}


class Specimen(Struct, frozen=True):
    """One answer with the outcome it must come to.

    `field` is the dotted path of the place in the question's file ("equivalents.2", "misconceptions.0.answer"), so
    that a fault is shown at its line; `misconception` the name that the verdict must carry, None where any will do.
    `seeds` says on how many seeds it is judged, the audit's and those after it: what is drawn may hide a fault once.
    """

    field: str
    answer: Answer
    outcome: Outcome
    misconception: str | None = None
    seeds: int = 1


class Mistake(NamedTuple):
    """A mistake of the author, found without judging: the dotted path of its place, a message id and facts.

    `at` is the line and column inside a long text, where they are known.
    """

    field: str
    message: str
    facts: Mapping[str, object] = NOTHING
    at: tuple[int, int] | None = None
