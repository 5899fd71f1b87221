"""Where a line of prose may break: at spaces, between Chinese characters, never inside a short formula.

Rich breaks at spaces alone, so that a Chinese sentence would leave half of the line before it empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import Console
from rich.containers import Lines
from rich.text import Text

from interview_drill.cli.drawing import look
from interview_drill.formula.layout.measuring import columns

NO_START = frozenset("，。、；：！？）】》」』”’,.;:!?)]}%…")
NO_END = frozenset("（【《「『“‘([{")
BEGINS = re.compile("[.:][A-Za-z]")
"""`.py` and `:hint` are words: their first sign ends nothing."""
NUMBERED_BLANK = "] ____"
"""The end of a blank's number, and the blank: they stay together."""
BETWEEN = " · "
SPACES = "  "
NEEDED = (":done", ":quit", ":help", ":hint")
"""The entries of a toolbar that are dropped last, the most needed first."""
MARKED = re.compile(r"\$[^$]+\$|`[^`]+`|\*\*[^*]+\*\*")
"""What a mark of prose opens and closes: it is not cut in two."""
GOES_ON = "…"
WHOLE = 24
"""Columns up to which a formula is kept on one line."""


class Prose(Text):
    """A paragraph that wraps as its language does; what is styled `bold` (formulas) stays whole if it is short."""

    def wrap(self, console: Console, width: int, **options: object) -> Lines:
        """The lines, none wider than `width` columns; what is one line is Rich's to align."""
        if options.get("no_wrap") or _columns(self.plain) <= width:
            return super().wrap(console, width, **options)
        whole = [(span.start, span.end) for span in self.spans if span.style == "bold"]
        lines = self.divide(list(_breaks(self.plain, width, whole)))
        for line in lines:
            line.rstrip()
        return lines


def wrapped(text: str, width: int) -> str:
    """Sentences broken between words; what is wider than `width` columns by itself (a path) stays whole for copying."""
    return "\n".join(row for line in text.split("\n") for row in _rows(line, width))


def _rows(line: str, width: int) -> Iterator[str]:
    start = end = 0
    for place in [*_places(line, ()), len(line)]:
        if _columns(line[start:place]) > width and end > start:
            yield line[start:end].rstrip(" ")
            start = end
        end = place
    yield line[start:]


def whole_entries(line: str, width: int) -> str:
    """As many entries of a line, two spaces between them, as fit into `width` columns; one in any case.

    How to hand in, to leave and to ask for help is dropped last, and before that told without what it means.
    """
    shown = [SPACES.join(entries).rstrip(" ·") for entries in _ever_fewer(line.split(SPACES))]
    return next((told for told in shown if _columns(told) <= width), shown[-1])


def _ever_fewer(entries: list[str]) -> Iterator[list[str]]:
    yield entries
    needed = [entry for entry in entries if entry.startswith(NEEDED)]
    for other in [entry for entry in reversed(entries) if entry not in needed]:
        entries = [entry for entry in entries if entry is not other] or entries
        yield entries
    short = [entry if entry.startswith(NEEDED[0]) else entry.partition(" ")[0] for entry in entries]
    yield short
    for least in reversed(NEEDED):
        short = [entry for entry in short if not entry.startswith(least)] or short
        yield short


def beginning(text: str, width: int) -> str:
    """As much of a paragraph as fits into `width` columns, and a sign that it goes on; nothing where no word fits."""
    if _columns(text) <= width:
        return text
    marked = [found.span() for found in MARKED.finditer(text)]
    ends = [place for place in _places(text, marked) if not any(a < place < b for a, b in marked)]
    cut = max((place for place in ends if _columns(text[:place]) < width), default=0)
    return text[:cut].rstrip(" ,;:，；：、") + GOES_ON if cut else ""


def broken(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` columns; one line where there is nothing."""
    bounds = [0, *_breaks(text, width, ()), len(text)]
    return [text[start:end].strip(" ") for start, end in pairwise(bounds)]


def filled(entries: str, width: int) -> list[str]:
    """Lines of whole entries, ` · ` between them; one that is wider than `width` columns has a line of its own."""
    rows: list[str] = []
    for entry in entries.split(BETWEEN):
        if rows and _columns(rows[-1] + BETWEEN + entry) <= width:
            rows[-1] += BETWEEN + entry
        else:
            rows.append(entry)
    return rows


def _breaks(plain: str, width: int, whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The offsets at which a new line begins, as few as will do."""
    start = end = 0
    for place in [*_places(plain, whole), len(plain)]:
        if _columns(plain[start:place]) > width:
            if end > start:
                yield end
                start = end
            while _columns(plain[start:place]) > width:
                start += _fitting(plain[start:place], width)
                yield start
        end = place


def _places(plain: str, whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where a break is allowed, in order."""
    for place in range(1, len(plain)):
        if not any(a < place < b and _columns(plain[a:b]) <= WHOLE for a, b in whole) and _allowed(plain, place):
            yield place


def _allowed(plain: str, place: int) -> bool:
    before, after = plain[place - 1], plain[place]
    if BEGINS.match(plain, place):
        return before == " " or (before in NO_START and _wide(before))
    if after == " " or after in NO_START or before in NO_END or plain[max(0, place - 2) :].startswith(NUMBERED_BLANK):
        return False
    return before == " " or _wide(before) or _wide(after)


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _columns(text: str) -> int:
    return columns(text.rstrip(" "), look.ambiguous())


def _fitting(text: str, width: int) -> int:
    """How many characters fit; at least one."""
    count = 1
    while count < len(text) and columns(text[: count + 1], look.ambiguous()) <= width:
        count += 1
    return count
