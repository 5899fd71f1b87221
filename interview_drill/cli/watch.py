"""`drill watch FILE`: grade a file again whenever it is saved, with the engines kept warm."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from interview_drill.bank import Bank, open_bank
from interview_drill.cli import check, grading, ignore_hangups, options, screen, watching
from interview_drill.cli.language import words
from interview_drill.cli.prompt import judging
from interview_drill.cli.settings import settings_of
from interview_drill.errors import UsageError
from interview_drill.kinds import Settings

if TYPE_CHECKING:
    from interview_drill.cli.recorder import Recorder

PAUSE_S = 0.04
"""Two looks and the grading stay below what a person waits for."""

File = Annotated[Path, typer.Argument(help=words("option-watch-file"), metavar="FILE")]


def run(
    file: File,
    question: check.QuestionName = None,
    record: check.Record = False,
    verbose: check.Verbose = False,
    seed: options.Seed = None,
    limit_s: options.LimitS = 10.0,
    python: options.Python = None,
    plain: options.Plain = False,
    ascii: options.Ascii = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    ignore_hangups()
    if not file.exists():
        raise UsageError("watch-missing", file=str(file))
    _regular(file)
    opened = open_bank(extra=bank, alone=bank_only)
    opened.index()  # a bank with mistakes is said before anything is graded
    settings = settings_of(seed, limit_s, python)
    with _recording(record) as recorder:
        again = Again(opened, file, question, settings, verbose, recorder)
        watching.forever(again, partial(watching.traces, [file]), PAUSE_S)


class Again(Struct):
    """One look at the file; called anew after each save. The vectors stay the same, so that progress shows.

    What stands in the file beforehand has not been handed in, and what was saved unchanged not again: with a recorder
    every other answer goes on record, as in a session.
    """

    bank: Bank
    file: Path
    question: str | None
    settings: Settings
    verbose: bool
    recorder: Recorder | None = None
    _seen: dict[str, str] | None = None
    _ready: set[str] = set()

    def __call__(self) -> None:
        _regular(self.file)
        rows = [row for row in grading.rows(self.bank, [str(self.file)], self.question) if not row.aside]
        lines = []
        for line in grading.grade(self.bank, rows, self.settings):
            check.show(line, self.verbose)
            lines.append(line)
        if not lines:
            screen.complain("nothing-to-grade", file=str(self.file))
        if self.recorder:
            self._record(lines)
        self._make_ready({line.question.kind for line in lines if line.question})

    def _make_ready(self, found: set[str]) -> None:
        """What only some answers need (the prover) is started beside the waiting, once."""
        for kind in found - self._ready:
            judging.warm(kind)
        self._ready |= found

    def _record(self, lines: list[grading.Line]) -> None:
        """Answers that differ from the last ones; the first look only remembers them."""
        graded = {line.question.id: line for line in lines if line.question and not line.refused}
        texts = {id: line.row.answer.text for id, line in graded.items()}
        for id, line in graded.items() if self._seen is not None else ():
            if self._seen.get(id) != texts[id]:
                self.recorder.add(line.question, line.row.answer, line.verdict, line.seed)
        self._seen = {**(self._seen or {}), **texts}


def _recording(wanted: bool) -> AbstractContextManager[Recorder | None]:
    if not wanted:
        return nullcontext()
    from interview_drill.cli.recorder import recording  # only a record pays for the memory

    return recording()


def _regular(file: Path) -> None:
    """Raises UsageError for a folder or a pipe, which may also come to stand in the file's place later."""
    if file.exists() and not file.is_file():
        raise UsageError("watch-no-file", file=str(file))
