"""What is asked for at each stage of a visit: one line or several, and what stands in the line already."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    `toolbar` is the message that says at a terminal what else can be typed; None says nothing.
    """

    marker: str = "› "
    several: bool = False
    toolbar: str | None = "toolbar-line"
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


def asking(visit: Visit, draft: Draft, by_line: bool = False) -> Asking:
    """The prompt for what the visit waits for; `by_line` where each line is judged as it is entered."""
    if visit.stage is not Stage.ANSWER:
        return Asking()
    if by_line:
        return _line(visit, draft)
    plain = Asking() if visit.question.kind in ONE_LINE else Asking(several=True, toolbar="toolbar-several")
    if draft.visit != visit.id:
        return plain
    mend = draft.mend if visit.question.kind in MENDED else ""
    return replace(plain, begun=draft.begun, mend=mend, at=draft.at)


def _line(visit: Visit, draft: Draft) -> Asking:
    """The prompt for the next line of an answer, with its number; a line that does not stand is in it already."""
    plain = Asking(marker=f"{len(visit.lines) + 1} › ", toolbar="toolbar-by-line")
    return replace(plain, mend=draft.begun or draft.mend, at=draft.at) if draft.visit == visit.id else plain
