"""What is asked for at each stage of a visit: one line or several, and what stands in the line already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from interview_drill.cli.typed import Typed
from interview_drill.practice.visit import Stage, Visit

ONE_LINE = ("formula", "choice", "number")
MENDED = ("formula", "number", "code", "cloze", "derivation")
"""Kinds whose answer is opened again after a miss; an option or an order is chosen afresh."""


@dataclass(frozen=True)
class Asking:
    """One prompt. `begun` is what was typed before a command came between; `mend` is the last answer, to be mended.

    `at` is the place of the cursor in `mend`; None is its end. `several` lines end with a mark of their own.
    """

    marker: str = "› "
    several: bool = False
    begun: str = ""
    mend: str = ""
    at: int | None = None


class Reader(Protocol):
    """Reads what the learner types. Raises EOFError where nothing more comes."""

    interactive: bool

    def read(self, asking: Asking) -> Typed:
        """What was typed at this prompt."""


@dataclass(frozen=True)
class Draft:
    """What the learner typed last in a visit, to open again."""

    visit: str = ""
    begun: str = ""
    mend: str = ""
    at: int | None = None


def asking(visit: Visit, draft: Draft) -> Asking:
    """The prompt for what the visit waits for."""
    if visit.stage is not Stage.ANSWER:
        return Asking()
    several = visit.question.kind not in ONE_LINE
    if draft.visit != visit.id:
        return Asking(several=several)
    mend = draft.mend if visit.question.kind in MENDED else ""
    return Asking(several=several, begun=draft.begun, mend=mend, at=draft.at)
