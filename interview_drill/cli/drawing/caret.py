"""A caret under the place of an answer that could not be read, whatever the width of its characters."""

from __future__ import annotations

from wcwidth import wcswidth

MARGIN = 12
"""Columns kept free behind the place, where the line is longer than the screen."""


def caret(text: str, at: int, end: int, columns: int) -> list[str]:
    """The line of `text` that holds the offset `at`, and the mark under it; both at most `columns` wide."""
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n", 1)[0]
    at, end = at - start, min(end - start, len(line))
    cut = _cut(line, at, columns)
    line, at, end = _fitting(line[cut:], columns), at - cut, end - cut
    lead = _columns(line[:at])
    return [line, " " * lead + "^" * max(1, min(_columns(line[at:end]), columns - lead))]


def _cut(line: str, at: int, columns: int) -> int:
    """Characters to leave out at the front, so that the place is seen."""
    cut = max(0, at - columns)
    while _columns(line[cut:at]) > max(0, columns - MARGIN):
        cut += 1
    return cut


def _fitting(line: str, columns: int) -> str:
    """Its beginning. What was pasted may be endless: most of it is not even measured."""
    line = line[: 2 * columns]
    while _columns(line) > columns:
        line = line[:-1]
    return line


def _columns(text: str) -> int:
    return max(0, wcswidth(text.replace("\t", " ")))
