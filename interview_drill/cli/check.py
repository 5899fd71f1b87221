"""`drill check PATH...`: grade written answers. Leaves no trace, unless `--record` says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from interview_drill import kinds
from interview_drill.bank import Bank, open_bank
from interview_drill.cli import evidence, grading, options, screen
from interview_drill.cli.drawing import look, plotting
from interview_drill.cli.language import language, words
from interview_drill.cli.settings import settings_of
from interview_drill.cli.targets import ending
from interview_drill.errors import UsageError
from interview_drill.solutions import Row
from interview_drill.verdict import Outcome

HEADINGS = 5
"""How many headings of a file that name no question are told."""
PROGRAMS = (".py", ".ipynb")
GRADES = (".csv",)
BAR = 24
"""Columns of the bar while a folder is graded, where its characters take one."""

Paths = Annotated[list[str], typer.Argument(help=words("option-paths"), metavar="PATH...")]
QuestionName = Annotated[str | None, typer.Option("--question", "-q", help=words("option-check-question"))]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help=words("option-jobs"), min=1, max=64)]
Unordered = Annotated[bool, typer.Option("--unordered", help=words("option-unordered"))]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=words("option-verbose"))]
Record = Annotated[bool, typer.Option("--record", help=words("option-record"))]
Report = Annotated[Path | None, typer.Option("--report", help=words("option-report"))]


def run(
    paths: Paths,
    question: QuestionName = None,
    json: options.Json = False,
    seed: options.Seed = None,
    limit_s: options.LimitS = 10.0,
    python: options.Python = None,
    jobs: Jobs = 1,
    unordered: Unordered = False,
    report: Report = None,
    verbose: Verbose = False,
    record: Record = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    ascii: options.Ascii = False,
) -> int:
    if report:
        ending(report, GRADES, "report-suffix")
    if jobs == 1:
        _start_ahead(paths, python)
    opened = open_bank(extra=bank, alone=bank_only)
    opened.index()  # a bank with mistakes is said before anything is graded
    settings = settings_of(seed, limit_s, python)
    asked = list(_rows(opened, paths, question))
    lines = grading.grade(opened, asked, settings, jobs, unordered)
    graded = []
    with screen.progress("check-progress", total=len(asked)) as tell:
        for line in _recorded(lines) if record else lines:
            graded.append(line)
            screen.erase()
            screen.json_line(line.json(language())) if json else show(line, verbose)
            if len(asked) > 1:
                tell(len(graded), _bar(len(graded), len(asked)))
    if not graded:
        raise UsageError("nothing-written" if question else "nothing-to-grade", file=", ".join(paths))
    if report:
        from interview_drill.cli.report import write_report  # costs the reading and writing of tables

        write_report(report, graded)
    if not json:
        _counts(graded, settings.seed)
    return grading.exit_code(graded)


def _bar(done: int, total: int) -> str:
    """As much of a bar as is done."""
    full, empty = ("█", "░") if look.unicode() else ("#", "-")
    filled = BAR * done // total
    return full * filled + empty * (BAR - filled)


def _start_ahead(paths: list[str], python: str | None) -> None:
    """Programs are run in a process that takes as long to start as the bank and the engine to load: side by side."""
    if any(Path(path).suffix.lower() in PROGRAMS for path in paths):
        kinds.kind("code").start(python)


def _rows(opened: Bank, paths: list[str], question: str | None) -> Iterator[Row]:
    """The rows to grade; helpers that a file's functions share, and headings of no question, are only mentioned."""
    headings: dict[str, list[str]] = {}
    for row in grading.rows(opened, paths, question):
        if not row.aside:
            yield row
        elif row.helper is not None:
            screen.complain("helper-not-graded", file=row.file, function=row.helper)
        else:
            headings.setdefault(row.file, []).append(str(row.heading))
    for file, titles in headings.items():
        named = [_heading(opened, title) for title in titles[:HEADINGS]] + ["..."] * (len(titles) > HEADINGS)
        screen.complain("headings-without-question", file=file, count=len(titles), headings=named)


def _heading(opened: Bank, title: str) -> str:
    """A heading with the question that it may have meant."""
    near = [id for id in opened.nearest(title, language()) if id in opened]
    return words("heading-near", heading=title, nearest=near[0]) if near else f"`{title}`"


def _recorded(lines: Iterator[grading.Line]) -> Iterator[grading.Line]:
    """The same lines, each on record before it is shown, as in a session."""
    from interview_drill.cli.recorder import recording  # only a record pays for the memory

    with recording() as recorder:
        for line in lines:
            if line.question and not line.refused:
                recorder.add(line.question, line.row.answer, line.verdict, line.seed)
            yield line


def show(line: grading.Line, verbose: bool) -> None:
    """One graded line: where it stands, the verdict, and with `verbose` the evidence in full."""
    screen.prose(
        words("check-line", where=_where(line.row), question=f"`{line.row.question}`" if line.row.question else "")
    )
    screen.feedback(line.feedback(language()), line.verdict.outcome)
    if line.verdict.outcome is Outcome.UNREADABLE and line.row.answer:
        screen.place(line.row.answer.text, evidence.place(line.verdict.evidence))
    if verbose:
        if line.question:
            plotting.beside(line.question, line.row.answer, line.verdict)
        screen.facts(evidence.told(line.verdict.evidence), verbatim=True)
    screen.blank()


def _where(row: Row) -> str:
    """`answers.jsonl:3`, `notes.ipynb[2]`, or the file alone."""
    if row.cell is not None:
        return f"{row.file}[{row.cell}]"
    return f"{row.file}:{row.line}" if row.line else row.file


def _counts(graded: list[grading.Line], seed: int) -> None:
    counts = Counter(line.verdict.outcome for line in graded)
    screen.say("check-counts", **{outcome.value: counts[outcome] for outcome in Outcome})
    screen.note(words("check-seed", seed=seed))
