"""`drill bank check [PATH]`: prove every question, or those of one file or folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from interview_drill.bank import Bank, open_bank
from interview_drill.bank.audit import Row, audit
from interview_drill.cli import options, screen, watching
from interview_drill.cli.bank import proved
from interview_drill.cli.exit_codes import BANK_INVALID
from interview_drill.cli.language import words
from interview_drill.errors import BankError, UsageError
from interview_drill.feedback.messages import known
from interview_drill.kinds import Settings
from interview_drill.question import Question
from interview_drill.verdict import Evidence

SCHEMA = 1
SEED = 20240416
"""An audit repeats; another seed draws other vectors."""

Path_ = Annotated[Path | None, typer.Argument(help=words("option-bank-path"), metavar="[PATH]")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help=words("option-jobs"), min=1, max=64)]
Watch = Annotated[bool, typer.Option("--watch", help=words("option-watch"))]
Table = Annotated[bool, typer.Option("--table", help=words("option-kill-table"))]


def run(
    path: Path_ = None,
    json: options.Json = False,
    seed: options.Seed = SEED,
    limit_s: options.LimitS = 10.0,
    jobs: Jobs = 2,
    watch: Watch = False,
    table: Table = False,
    lang: options.Lang = None,
) -> int:
    settings = Settings(seed=seed, limit_s=limit_s)

    def once() -> int:
        return _checked(path, settings, jobs, json, table)

    return watching.forever(once, partial(watching.of_bank, path)) if watch else once()


def _checked(path: Path | None, settings: Settings, jobs: int, json: bool, table: bool) -> int:
    """One audit, told; its exit code."""
    opened = open_bank(extra=path, replacing=True)
    every = [file for found in opened.folders for file in found.all()]
    files = every if path is None else _inside(every, path)
    ids = None if path is None else [id for id, file in opened.catalogue.files.items() if file in files]
    rows = _told(audit(opened, ids, settings, jobs, files), json)
    if not json:
        proved.tell(rows, _questions(opened, rows), settings, table)
    return BANK_INVALID if any(not row.ok for row in rows) else 0


def _inside(files: list[Path], path: Path) -> list[Path]:
    """Those that are `path` or lie in it."""
    place = Path(os.path.realpath(path))
    found = [file for file in files if place in (real := Path(os.path.realpath(file)), *real.parents)]
    if not found:
        raise UsageError("bank-no-questions", path=str(path))
    return found


def _questions(opened: Bank, rows: list[Row]) -> list[Question]:
    """What was audited and could be read, in the order of the rows."""
    found = []
    for id in dict.fromkeys(row.question for row in rows if row.question in opened):
        try:
            found.append(opened.question(id))
        except BankError:  # its faults are among the rows
            continue
    return found


def _told(rows: Iterator[Row], json: bool) -> list[Row]:
    """The rows, each told as it comes: all of them as JSON, else what is wrong and what is advised."""
    told = []
    with screen.progress("audit-progress") as step:
        for row in rows:
            told.append(row)
            if json or row.message:
                screen.erase()
            if json:
                screen.json_line(_json(row))
            elif not row.ok:
                screen.tell(f"{_place(row)}: {_said(row)}")
            elif row.message:
                screen.tell(f"{_place(row)}: {words('audit-advice', advice=_said(row))}")
            step(len(told), row.question or "")
    return told


def _json(row: Row) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "file": row.file,
        "line": row.line,
        "column": row.column,
        "question": row.question,
        "check": row.check,
        "ok": row.ok,
        "message": _said(row) if row.message else None,
    }


def _place(row: Row) -> str:
    return f"{row.file}:{row.line}:{row.column}"


def _said(row: Row) -> str:
    """What is wrong, in words; facts that are evidence or outcomes are said in words too."""
    facts = {name: _fact(value) for name, value in row.facts.items()}
    return words(row.message, **facts) if known(row.message) else str(row.message)


def _fact(value: object) -> object:
    if isinstance(value, Evidence):
        return words(value.message, **value.facts).rstrip(".。") if known(value.message) else value.message
    return words(f"outcome-{value}") if isinstance(value, str) and known(f"outcome-{value}") else value
