"""What is drawn: titles, prose, formulas, verdicts and tables, with Rich. Only screen.py imports this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.text import Text

from interview_drill.cli.drawing import look, tables, widths, wrapping
from interview_drill.cli.drawing import prose as rendering
from interview_drill.cli.drawing.caret import caret
from interview_drill.cli.drawing.trimming import Trimmed
from interview_drill.cli.language import words
from interview_drill.cli.screen import shown
from interview_drill.feedback import Feedback
from interview_drill.formula.layout.measuring import measured
from interview_drill.formula.layout.plane import display
from interview_drill.formula.layout.style import Style
from interview_drill.verdict import Outcome

COLOURS = {
    Outcome.CORRECT: "bold green",
    Outcome.PARTIAL: "bold yellow",
    Outcome.INCORRECT: "bold red",
    Outcome.UNREADABLE: "bold magenta",
    Outcome.UNDECIDED: "bold blue",
}
MARKS = {
    Outcome.CORRECT: "✓",
    Outcome.PARTIAL: "◐",
    Outcome.INCORRECT: "✗",
    Outcome.UNREADABLE: "?",
    Outcome.UNDECIDED: "…",
}
READING_WIDTH = 88
"""Prose wider than this is tiring to read, however wide the terminal is."""


class _Console(Console):
    """Rich ends the program with 1 where the reader of a pipe leaves; here that is no error."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@cache
def console() -> Console:
    """The one console of the process; plain text on a pipe, for a screen reader or on a dumb terminal."""
    terminal = False if look.plain() else None
    if look.ambiguous() == 2:
        widths.widen()
    return _Console(
        force_terminal=terminal, highlight=False, markup=False, emoji=False, soft_wrap=False, legacy_windows=False
    )


def width() -> int:
    """Columns to write in, at least 20 so that a sliver of a terminal still shows something."""
    return max(20, min(console().width, READING_WIDTH))


def style() -> Style:
    """How formulas are drawn here."""
    across = 0 if look.plain() else max(16, width() - 6)
    return Style(unicode(), look.ambiguous(), across, otherwise=words("cases-otherwise"))


def columns_of(text: str) -> int:
    """The columns that a text takes on this terminal."""
    return measured(text, style())


def unicode() -> bool:
    """Whether the output can show mathematics as Unicode."""
    return look.unicode()


def show(renderable: RenderableType) -> None:
    console().print(Trimmed(renderable), width=width(), crop=False, overflow="fold")


def _line(text: str) -> Text:
    return rendering.line(text, style())


def heading(title: str, aside: str = "") -> None:
    for row in wrapping.filled(shown(aside), width()) if aside else ():
        show(Text(row, style="dim"))
    text = _line(title)
    text.stylize("bold")
    show(text)
    if not look.plain():
        show(Rule(style="dim", characters="─" if unicode() and look.ambiguous() == 1 else "-"))


def wrapped(text: str) -> str:
    """Lines for all the columns there are."""
    return wrapping.wrapped(text, max(20, console().width))


def beginning(prose: str, columns: int) -> str:
    first = prose.strip().partition("\n\n")[0]
    return wrapping.beginning(rendering.joined_lines(first), columns)


def on_one_line(prose: str) -> str:
    """A paragraph with its formulas as they are drawn."""
    return _line(prose).plain


def prose(text: str, indent: int = 0) -> None:
    blocks = list(rendering.blocks(text, style(), indent))
    for block in blocks:
        show(block)


def mathematics(steps: Sequence[str], apart: bool) -> bool:
    drawn = [display(step, style()) for step in steps]
    tall = any(len(rows) > 1 for rows in drawn)
    if tall and apart:
        show(Text(""))
    for place, step in enumerate(steps):
        if tall and place:
            show(Text(""))
        prose(f"${step}$")
    return tall


def code(text: str) -> None:
    for row in shown(text.rstrip("\n")).split("\n"):
        console().print(Text(f"    {row}".rstrip(), style="cyan"), soft_wrap=True)


def lines(drawn: Sequence[str], indent: int = 4) -> None:
    """Lines that are laid out already: printed as they are, never wrapped."""
    for row in drawn:
        console().print(Text((" " * indent + shown(row)).rstrip()), soft_wrap=True)


def place(text: str, at: int, end: int) -> None:
    """The line of an answer that holds an offset, and a caret under it."""
    lines(caret(text, at, end, width() - 4))


def feedback(spoken: Feedback, outcome: Outcome) -> None:
    mark = "" if look.plain() else MARKS[outcome] + " " if unicode() else "* "
    show(Text(mark + spoken.headline, style=COLOURS[outcome]))
    for sentence in spoken.lines:
        prose(sentence, indent=2)
    if spoken.hint:
        prose(spoken.hint, indent=2)


def options(offered: Sequence[tuple[str, str]]) -> None:
    show(tables.options(offered, _line, width()))


def facts(rows: Sequence[tuple[str, str]], verbatim: bool) -> None:
    show(tables.facts(rows, _verbatim if verbatim else _line, width()))


def _verbatim(text: str) -> Text:
    return Text(shown(text))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()) -> None:
    show(tables.table(columns, rows, numeric, _line, width()))


def prompt(marker: str) -> None:
    console().print(Text(marker, style="bold"), end="")
    console().file.flush()


@contextmanager
def busy(sentence: str) -> Iterator[None]:
    """A spinner at a terminal while something runs; nothing on a pipe or a dumb terminal."""
    if not console().is_terminal or console().is_dumb_terminal or look.plain():
        yield
        return
    with console().status(Text(sentence)):
        yield
