"""`drill bank check [PATH]`: prove every question, or those of one file or folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from interview_drill.bank import Bank, open_bank
from interview_drill.bank.audit import Row, audit
from interview_drill.cli import options, screen
from interview_drill.cli.language import words
from interview_drill.errors import UsageError
from interview_drill.feedback.messages import known
from interview_drill.kinds import Settings

SCHEMA = 1
INVALID = 4
SEED = 20240416
"""An audit repeats; another seed draws other vectors."""

Path_ = Annotated[Path | None, typer.Argument(help=words("option-bank-path"), metavar="[PATH]")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help=words("option-jobs"), min=1, max=64)]


def run(
    path: Path_ = None,
    json: options.Json = False,
    seed: options.Seed = SEED,
    limit_s: options.LimitS = 10.0,
    jobs: Jobs = 2,
    lang: options.Lang = None,
) -> int:
    opened = open_bank(extra=path, replacing=True)
    only = None if path is None else _inside(opened, path)
    rows = _told(audit(opened, only, Settings(seed=seed, limit_s=limit_s), jobs), json)
    if not json:
        _counts(rows)
    return INVALID if any(not row.ok for row in rows) else 0


def _inside(opened: Bank, path: Path) -> list[str]:
    """The questions whose file is `path` or lies in it."""
    place = path.resolve()
    files = {id: file.resolve() for id, file in opened.catalogue.files.items()}
    found = [id for id, file in files.items() if file == place or place in file.parents]
    if not found:
        raise UsageError("bank-no-questions", path=str(path))
    return found


def _told(rows: Iterator[Row], json: bool) -> list[Row]:
    """The rows, each told as it comes: all of them as JSON, else what is wrong and what is advised."""
    told = []
    with screen.progress("audit-progress") as step:
        for row in rows:
            told.append(row)
            step(len(told), row.question or "")
            if json:
                screen.json_line(_json(row))
            elif not row.ok:
                screen.plain(f"{_place(row)}: {_said(row)}")
            elif row.message:
                screen.plain(f"{_place(row)}: {words('audit-advice', advice=_said(row))}")
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
    return words(row.message, **row.facts) if known(row.message) else str(row.message)


def _counts(rows: list[Row]) -> None:
    faults = sum(not row.ok for row in rows)
    if faults:
        screen.say("audit-failed", faults=faults, checks=len(rows))
    else:
        screen.say("audit-passed", questions=len({row.question for row in rows}), checks=len(rows))
