"""Prose of questions and notes -> Rich text: paragraphs, lists, `code`, fenced programs and `$...$` as mathematics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from interview_drill.cli.drawing.wrapping import Prose
from interview_drill.cli.screen import shown
from interview_drill.formula.layout.linear import inline
from interview_drill.formula.layout.plane import display
from interview_drill.formula.layout.style import Style

INLINE = re.compile(r"\$(?P<mathematics>[^$]+)\$|`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*")
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
SOFT_BREAK = re.compile(rf"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{WIDE}])")
"""A line break of the source between two Chinese characters is no space."""
BREAK = re.compile(r"[ \t]*\n[ \t]*")
ALONE = re.compile(r"\$\$?([^$]+)\$\$?")
ITEM = re.compile(r"(?:[-*]|\d+\.) ")
STYLES = {"mathematics": "bold", "code": "cyan", "strong": "bold"}


def blocks(prose: str, style: Style, indent: int = 0) -> Iterator[Padding | Text]:
    """The blocks of a prose text, top to bottom; formulas that stand alone are laid out in two dimensions.

    An empty line parts paragraphs, and stands around formulas and programs; a list follows what leads up to it.
    """
    before = None
    for part in filter(str.strip, _parts(prose)):
        if before is not None and not (ITEM.match(part) and _leads(before)):
            yield Text("")
        yield from _block(part, style, indent)
        before = part


def _leads(part: str) -> bool:
    """Whether an entry of a list stands right below a part: below another entry, and below a paragraph."""
    return not part.startswith("```") and not ALONE.fullmatch(part.strip())


def _parts(prose: str) -> Iterator[str]:
    """Paragraphs and fenced programs, in order; a program keeps its fence as a mark."""
    inside: list[str] | None = None
    paragraph: list[str] = []
    for line in shown(prose).strip().splitlines():
        if line.startswith("```"):
            if inside is None:
                yield "\n".join(paragraph)
                paragraph, inside = [], ["```"]
            else:
                yield "\n".join(inside)
                inside = None
        elif inside is not None:
            inside.append(line)
        elif not line.strip() or ITEM.match(line):
            yield "\n".join(paragraph)
            paragraph = [line] if line.strip() else []
        else:
            paragraph.append(line)
    yield "\n".join(paragraph if inside is None else inside)


def _block(part: str, style: Style, indent: int) -> Iterator[Padding | Text]:
    if part.startswith("```"):
        yield Padding(Text(part.removeprefix("```\n"), style="cyan", no_wrap=True), (0, 0, 0, indent + 4), expand=False)
        return
    alone = ALONE.fullmatch(part.strip())
    if alone:
        rows = display(alone.group(1), style)
        drawn = Text("\n".join(rows), no_wrap=True) if len(rows) > 1 else Prose(rows[0])
        yield Padding(drawn, (0, 0, 0, indent + 4), expand=False)
        return
    item = ITEM.match(part)
    if item:
        yield Padding(_item(item.group(), part[item.end() :], style), (0, 0, 0, indent + 2), expand=False)
    else:
        yield Padding(line(part, style), (0, 0, 0, indent), expand=False)


def _item(mark: str, rest: str, style: Style) -> Table:
    """An entry of a list; its lines stand under each other, beside the mark."""
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(mark), line(rest, style))
    return grid


def joined_lines(prose: str) -> str:
    """A paragraph without the line breaks of its source."""
    return BREAK.sub(" ", SOFT_BREAK.sub("", shown(prose).strip()))


def line(prose: str, style: Style) -> Text:
    """One paragraph as styled text, its formulas written on one line."""
    joined = joined_lines(prose)
    text, at = Prose(), 0
    for found in INLINE.finditer(joined):
        text.append(joined[at : found.start()])
        name = str(found.lastgroup)
        body = found.group(name)
        text.append(inline(body, style) if name == "mathematics" else body, style=STYLES[name])
        at = found.end()
    text.append(joined[at:])
    return text
