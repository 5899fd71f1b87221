"""The only room that prints. Plain sentences and JSON lines here; whatever is drawn with Rich in page.py.

stdout carries what was asked for, stderr everything said about it. Nothing from a bank or a learner is parsed as
markup, and control characters in it are shown, not obeyed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from types import ModuleType
from typing import TextIO

from interview_drill.cli.drawing import look
from interview_drill.cli.language import words
from interview_drill.errors import Fault
from interview_drill.feedback import Feedback
from interview_drill.feedback.messages import known
from interview_drill.verdict import Outcome

_page: list[ModuleType] = []


def page() -> ModuleType:
    """The drawing half, imported on first use: `--json` and the pipe-friendly commands never pay for Rich."""
    if not _page:
        from interview_drill.cli.drawing import page as drawing

        _page.append(drawing)
    return _page[0]


def shown(text: str) -> str:
    """Text whose control characters (terminal escapes, bidirectional marks) are visible and powerless."""
    return "".join(char if char.isprintable() or char in "\n\t" else f"\\u{{{ord(char):x}}}" for char in text)


def plain(text: str) -> None:
    """One text on stdout, as it is but for its control characters."""
    print(shown(text))


def say(message: str, **facts: object) -> None:
    """One sentence on stdout."""
    tell(words(message, **facts))


def tell(text: str, stream: TextIO | None = None) -> None:
    """One text, on stdout unless said otherwise: a line on a pipe, broken between words at a terminal."""
    to = stream or sys.stdout
    print(page().wrapped(shown(text)) if to.isatty() else shown(text), file=to)


def complain(message: str, **facts: object) -> None:
    """One sentence on stderr: what is wrong, where, and what to type next."""
    tell(words(message, **facts), sys.stderr)


def note(text: str) -> None:
    """One text on stderr, for what accompanies the answer (a seed, a progress line)."""
    tell(text, sys.stderr)


def json_line(row: Mapping[str, object]) -> None:
    """One JSON object on a line of its own, on stdout; written at once, so that a reader can follow."""
    print(json.dumps(row, ensure_ascii=False, allow_nan=False, default=str), flush=True)


def faults(found: Iterable[Fault]) -> None:
    """An author's mistakes, a line each, on stderr."""
    for fault in found:
        said = words(fault.message, **fault.facts) if known(fault.message) else fault.message
        tell(f"{fault.file}:{fault.line}:{fault.column}: {said}", sys.stderr)


@contextmanager
def progress(message: str, **facts: object) -> Iterator[Callable[[int, str], None]]:
    """A line on stderr that counts while something long runs; nothing where none is shown or nothing may move."""
    if not _counts():
        yield lambda count, name: None
        return
    try:
        yield lambda count, name: _rewrite(words(message, count=count, name=name, **facts))
    finally:
        erase()


def erase() -> None:
    """Take the counting line away, so that what is told next begins a line of its own."""
    if _counts():
        _rewrite("")


def _counts() -> bool:
    return sys.stderr.isatty() and not look.plain()


def _rewrite(text: str) -> None:
    """Put another text in the line that stderr's cursor is in."""
    print(f"\r\x1b[K{shown(text)}", end="", file=sys.stderr, flush=True)


def interrupted() -> None:
    """The shell's prompt begins a line of its own, not behind the ^C that a terminal shows."""
    if sys.stderr.isatty():
        print(file=sys.stderr)


def clear() -> None:
    """An empty screen, where stdout is a terminal."""
    if sys.stdout.isatty():
        print("\x1b[2J\x1b[3J\x1b[H", end="", flush=True)


def blank() -> None:
    """An empty line on stdout."""
    print(flush=True)


def width() -> int:
    """Columns that prose is wrapped to."""
    return page().width()


def beginning(prose: str, columns: int) -> str:
    """As much of a paragraph as fits into so many columns, and a sign that it goes on; nothing where no word fits."""
    return page().beginning(prose, columns)


def heading(title: str, aside: str = "") -> None:
    """A title with a rule under it; `aside` stands dim above it."""
    page().heading(title, aside)


def prose(text: str, indent: int = 0) -> None:
    """Paragraphs of a stem, note or hint: wrapped, `$...$` as mathematics, never markup."""
    page().prose(text, indent)


def code(text: str) -> None:
    """A program as it stands, not wrapped."""
    page().code(text)


def lines(drawn: Sequence[str], indent: int = 4) -> None:
    """Lines that are laid out already (a formula, a plot)."""
    page().lines(drawn, indent)


def place(text: str, span: tuple[int, int] | None) -> None:
    """A line of an answer with a caret under the place that could not be read; nothing where there is no such place."""
    if span:
        page().place(text, *span)


def mathematics(latex: str, apart: bool = True) -> bool:
    """A formula of the bank in two dimensions, or the steps of a derivation below each other; whether one is tall.

    What is taller than a line stands clear of its neighbours, and `apart` from what was written before.
    """
    return page().mathematics(latex.strip().splitlines(), apart)


def feedback(spoken: Feedback, outcome: Outcome) -> None:
    """A verdict in words."""
    page().feedback(spoken, outcome)


def options(offered: Sequence[tuple[str, str]]) -> None:
    """The options of a choice or the steps of an ordering, as (letter, text)."""
    page().options(offered)


def facts(rows: Sequence[tuple[str, str]], verbatim: bool = False) -> None:
    """Labels and values in two aligned columns; `verbatim` values hold no mathematics to be drawn."""
    page().facts(rows, verbatim)


def fact(label: str, value: str) -> None:
    """One label (a message id) and its value."""
    page().facts([(words(label), value)], False)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()) -> None:
    """A table; `numeric` columns (by place) are aligned to the right."""
    page().table(columns, rows, numeric)


def prompt(marker: str) -> None:
    """The prompt, without a line's end: what is typed is edited behind it."""
    page().prompt(marker)


def busy(message: str) -> AbstractContextManager[None]:
    """Says at a terminal that something is going on, for as long as the context lasts."""
    return page().busy(words(message))
