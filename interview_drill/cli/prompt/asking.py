"""What is asked for at each stage of a visit: one line or several, and what stands in the line already."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.cli.prompt.typed import Typed
from interview_drill.practice.visit import Stage, Visit
from interview_drill.question import Question

ONE_LINE = ("formula", "choice", "number")
ONE_LINE_OF_A_PERSON = (*ONE_LINE, "ordering")
"""A person types the numbers of the steps in a row; a script may write a step a line."""
MENDED = ("formula", "number", "code", "cloze", "derivation")
"""Kinds whose answer is opened again after a miss; an option or an order is chosen afresh."""


class Asking(Struct, frozen=True):
    """One prompt. `begun` is what was typed before a command came between; `mend` is the last answer, to be mended.

    `at` is the place of the cursor in `mend`; None is its end. `several` lines end with a mark of their own.
    `toolbar` is the message that says at a terminal what else can be typed; None says nothing. `question` is what is
    answered here, None where something else is asked; `before` are the lines of the answer that stand already.
    """

    marker: str = "› "
    several: bool = False
    toolbar: str | None = "toolbar-line"
    begun: str = ""
    mend: str = ""
    at: int | None = None
    question: Question | None = None
    before: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads what the learner types. Raises EOFError where nothing more comes.

    `interactive` where a person sits at it; `mends` where a text can stand in the prompt, to be changed.
    """

    interactive: bool
    mends: bool

    def read(self, asking: Asking) -> Typed:
        """What was typed at this prompt."""


class Draft(Struct, frozen=True):
    """What the learner typed last in a visit, to open again."""

    visit: str = ""
    begun: str = ""
    mend: str = ""
    at: int | None = None


def asking(visit: Visit, draft: Draft, by_line: bool = False, interactive: bool = False) -> Asking:
    """The prompt for what the visit waits for; `by_line` where each line is judged as it is entered.

    `interactive` where a person types it.
    """
    if visit.stage in (Stage.SURE, Stage.TICK):
        return Asking(toolbar="toolbar-self")
    if visit.stage is not Stage.ANSWER:
        return Asking()
    if by_line:
        return _line(visit, draft)
    plain = Asking(question=visit.question)
    if visit.question.kind not in (ONE_LINE_OF_A_PERSON if interactive else ONE_LINE):
        plain = replace(plain, several=True, toolbar="toolbar-several")
    if draft.visit != visit.id:
        return plain
    mend = draft.mend if _is_mended(visit.question.kind, draft.mend) else ""
    return replace(plain, begun=draft.begun, mend=mend, at=draft.at)


def _is_mended(kind: str, text: str) -> bool:
    """Whether a miss is opened again. A bare figure is typed afresh: a 5 set behind a wrong 2 would be read as 25."""
    return kind in MENDED and not (kind == "number" and _is_figure(text))


def _is_figure(text: str) -> bool:
    try:
        float(unicodedata.normalize("NFKC", text))
    except ValueError:
        return False
    return True


def _line(visit: Visit, draft: Draft) -> Asking:
    """The prompt for the next line of an answer, with its number; a line that does not stand is in it already."""
    marker = f"{len(visit.lines) + 1} › "
    plain = Asking(marker, toolbar="toolbar-by-line", question=visit.question, before=visit.lines)
    return replace(plain, mend=draft.begun or draft.mend, at=draft.at) if draft.visit == visit.id else plain
