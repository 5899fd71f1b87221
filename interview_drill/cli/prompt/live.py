"""What stands below the line while it is typed: the answer as the grader reads it, or why it cannot be read."""

from __future__ import annotations

import math
import time

from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.cli import screen
from interview_drill.cli.drawing import look
from interview_drill.cli.drawing.caret import caret
from interview_drill.cli.language import words
from interview_drill.cli.prompt import judging
from interview_drill.cli.prompt.asking import Asking
from interview_drill.cli.prompt.typed import COLONS
from interview_drill.errors import AnswerError
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.style import Style

INDENT = 2
FREE = 6
"""Rows of the screen that are left to the line itself and what stands around it."""
MOST_KEPT = 256
SLOW_S = 0.1
"""A text that takes longer to read is the last of its length to be read at its prompt: no key waits for the next. The
first text of a prompt may take longer, because the question is made ready with it."""

Rows = list[tuple[str, str]]
"""(style class, text), a row each."""


class Preview:
    """The rows for one prompt at a time. Each text is read once; the space, once taken, is kept, so nothing jumps."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, int], Rows] = {}
        self.begin(Asking())

    def begin(self, asking: Asking) -> None:
        """Another prompt has come."""
        self._asking, self._kept, self._tallest = asking, {}, 0
        self._too_long, self._warm = math.inf, False

    def rows(self, text: str, columns: int, lines: int) -> Rows:
        """The rows below the line, for a screen of so many columns and lines."""
        rows = self._read(text, columns, lines) if _wanted(self._asking, text) else []
        self._tallest = max(self._tallest, len(rows))
        return rows + [("", "")] * (self._tallest - len(rows))

    def _read(self, text: str, columns: int, lines: int) -> Rows:
        seen = (text, columns, lines)
        if seen not in self._kept and len(text) < self._too_long:
            self._kept = self._kept if len(self._kept) < MOST_KEPT else {}
            start = time.perf_counter()
            self._kept[seen] = _rows(self._asking, text, columns, max(1, lines - FREE))
            if time.perf_counter() - start > SLOW_S and self._warm:
                self._too_long = len(text)
            self._warm = True
        return self._kept.get(seen, [])


def _wanted(asking: Asking, text: str) -> bool:
    """Not before the engine is there: no key waits for an import."""
    begun = text.strip() and not text.lstrip().startswith(COLONS)
    return bool(begun and asking.question and not look.plain() and judging.ready(asking.question.kind))


def _rows(asking: Asking, text: str, columns: int, most: int) -> Rows:
    try:
        drawn = _drawn(asking, text, columns, most)
    except AnswerError as error:
        return _refused(asking, text, error, columns)
    return [("class:preview", " " * INDENT + line) for line in drawn]


def _drawn(asking: Asking, text: str, columns: int, most: int) -> list[str]:
    """In two dimensions; on one line, behind a `=`, where that is too wide or too high."""
    preview = getattr(kinds.kind(asking.question.kind), "preview", None)
    if preview is None:
        return []
    before = (asking.before,) if asking.before else ()
    style = replace(screen.page().style(), width=columns - INDENT - 1)
    drawn = preview(asking.question, text, style, *before)
    if len(drawn) > most:
        drawn = preview(asking.question, text, replace(style, width=0), *before)
    return [line if measured(line, style) <= style.width else _cut(f"= {line}", style) for line in drawn[:most]]


def _cut(line: str, style: Style) -> str:
    while measured(line, style) > style.width - measured("…", style):
        line = line[:-1]
    return line + ("…" if style.unicode else "...")


def _refused(asking: Asking, text: str, error: AnswerError, columns: int) -> Rows:
    """A caret under the place, where the line fits on the screen, and the reason, its first sentence."""
    reason = _first(words(error.message, **{"text": text, **error.facts}))
    columns_of = screen.page().columns_of
    lead = columns_of(asking.marker)
    marks = []
    if error.at is not None and "\n" not in text and lead + columns_of(text) < columns:
        marks = [" " * lead + caret(text, error.at, error.end or error.at + 1, columns)[1]]
    return [("class:preview.mark", mark) for mark in marks] + [("class:preview.reason", " " * INDENT + reason)]


def _first(reason: str) -> str:
    """The first sentence: the rest is said when the answer is handed in."""
    ends = [at for at in (reason.find(". "), reason.find("。"), reason.find(": ")) if at > 0]
    return reason[: min(ends)] if ends else reason.rstrip(".")
