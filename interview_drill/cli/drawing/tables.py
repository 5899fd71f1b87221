"""What is drawn in columns: options, labels with values, tables; on a narrow terminal what stood beside stands below.

One column wraps, the others never do: a question's id is copied by hand, and must not be broken. `said` draws the
text of a cell, `width` is counted in columns of the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from interview_drill.cli.drawing.wrapping import BETWEEN, filled

LEAST = 16
"""Columns that text needs beside something else; with fewer it goes below."""
GAP = 2
NOT_LABELLED = "#"
"""A heading that is no word: the number goes before what it counts."""

Pair = tuple[str, str]
Said = Callable[[str], Text]


def options(offered: Sequence[Pair], said: Said, width: int) -> RenderableType:
    """(letter or id, text): the texts stand beside the letters, or below ids that are too long for that."""
    marks = [(Text(f"  {letter})", style="bold"), said(text)) for letter, text in offered]
    return _paired(marks, width, gap=1)


def facts(rows: Sequence[Pair], said: Said, width: int) -> RenderableType:
    """(label, value) in two columns."""
    return _paired([(Text(label, style="dim"), said(value)) for label, value in rows], width, GAP)


def _paired(rows: Sequence[tuple[Text, Text]], width: int, gap: int) -> RenderableType:
    if max((cell_len(left.plain) for left, _ in rows), default=0) + gap + LEAST > width:
        return Group(*(part for left, right in rows for part in (left, Padding(right, (0, 0, 0, 4)))))
    grid = Table.grid(padding=(0, gap))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return grid


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int], said: Said, width: int
) -> RenderableType:
    """A table without boxes; the columns named in `numeric` are aligned to the right."""
    widths = [max(map(cell_len, column)) for column in zip(columns, *rows, strict=True)]
    wrapping = max((at for at in range(len(columns)) if at not in numeric), key=lambda at: _wraps(rows, at, widths))
    rest = width - (sum(widths) - widths[wrapping]) - GAP * (len(columns) - 1)
    if rest < min(LEAST, widths[wrapping]):
        return Group(*(line for row in rows for line in _stacked(columns, row, numeric, said, width)))
    drawn = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim")
    for at, column in enumerate(columns):
        justify = "right" if at in numeric else "left"
        drawn.add_column(column, justify=justify, no_wrap=at != wrapping, overflow="fold")
    for row in rows:
        drawn.add_row(*map(said, row))
    return drawn


def _wraps(rows: Sequence[Sequence[str]], at: int, widths: Sequence[int]) -> tuple[bool, int]:
    """What decides the column that wraps: prose before ids, then the widest."""
    return any(" " in row[at] or not row[at].isascii() for row in rows), widths[at]


def _stacked(
    columns: Sequence[str], row: Sequence[str], numeric: Sequence[int], said: Said, width: int
) -> Iterator[RenderableType]:
    """A row below another: its name, then the rest of its cells with what they are, no cell broken where it fits."""
    name = next(at for at in range(len(columns)) if at not in numeric)
    number = "".join(f"{row[at]}. " for at in range(len(columns)) if columns[at] == NOT_LABELLED)
    title = said(number + row[name])
    title.stylize("bold")
    yield title
    rest = [f"{columns[at]} {row[at]}" for at in range(len(columns)) if at != name and columns[at] != NOT_LABELLED]
    for line in filled(BETWEEN.join(rest), width - 4):
        yield Padding(said(line), (0, 0, 0, 4))
