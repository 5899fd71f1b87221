"""A help page fitted to the screen. Typer counts characters where a Chinese one takes two columns, and stops at 50."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

UNBROKEN = 10_000
"""Columns that Typer is told to have, so that it breaks and shortens nothing."""
WIDEST = 80
NARROWEST = 20
"""Columns that a text beside a name needs; with less room it stands below the name."""
BELOW = 6
ENTRY = re.compile(r"  \S.*?  +(?=\S)")
"""The name of an option or command, up to what it means."""
HUGE = re.compile(r"  \[\d+<=x<=\d{10,}\]")
"""A range that only a machine has bounds for."""


def fitted(page: str) -> str:
    """An unbroken help page, no line wider than the screen, or than 80 columns."""
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    return "\n".join(row for line in HUGE.sub("", page).split("\n") for row in _rows(line, width))


def _rows(line: str, width: int) -> Iterator[str]:
    from interview_drill.cli.drawing.wrapping import broken  # costs Rich: only those who ask for help pay for it

    entry = ENTRY.match(line)
    name = entry.group() if entry else ""
    at = len(name) or len(line) - len(line.lstrip())
    if width - at < NARROWEST:
        yield name.rstrip()
        name, at = "", BELOW
    for number, row in enumerate(broken(line[entry.end() if entry else at :], width - at)):
        yield (" " * at if number or not name else name) + row
