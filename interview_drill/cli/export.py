"""`drill export interview` and `drill export mistakes`: Markdown to take along, on standard output or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from interview_drill.bank import Bank, open_bank
from interview_drill.cli import interview as interviews
from interview_drill.cli import options, screen
from interview_drill.cli.exit_codes import REFUSED
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import language, words
from interview_drill.cli.pool import Filters, wished
from interview_drill.cli.sets import members
from interview_drill.cli.settings import drawn
from interview_drill.cli.targets import free, is_standard, writing
from interview_drill.errors import BankError
from interview_drill.export.mistakes import book, missed
from interview_drill.export.sheet import Asked, sheet
from interview_drill.practice.interview_script import Stop, script
from interview_drill.question import Question

Names = Annotated[list[str] | None, typer.Argument(help=words("option-export-names"), metavar="[TOPIC|QUESTION]...")]
Minutes = Annotated[int, typer.Option("--minutes", help=words("option-export-minutes"), min=1, max=600)]
Out = Annotated[Path | None, typer.Option("--out", help=words("option-out"))]


def interview(
    names: Names = None,
    minutes: Minutes = interviews.MINUTES,
    set: options.Set = None,
    seed: options.Seed = None,
    out: Out = None,
    force: options.Force = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    free(out, force, "--out")
    opened = open_bank(extra=bank, alone=bank_only)
    seed = drawn(seed)
    trees = interviews.trees(*wished(opened, Filters(names or [], members(opened, set))), seed)
    _write(sheet([_asked(stop, opened) for stop in script(trees, minutes)], minutes, seed, language()), out)
    return 0


def mistakes(
    out: Out = None,
    force: options.Force = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    free(out, force, "--out")
    opened, keeping = open_bank(extra=bank, alone=bank_only), Keeping()
    found = missed(keeping.store.reviews())
    keeping.close()
    if not keeping.lasting:  # said already; that nothing was answered would not be true
        return REFUSED
    if not found:
        screen.complain("export-no-mistakes")
        return 0
    _write(book(found, lambda id: _question(opened, id), language()), out)
    return 0


def _asked(stop: Stop, bank: Bank) -> Asked:
    """A question's own hint is what helps with it; its parent's where it has none."""
    question, parent = bank.question(stop.id), bank.question(stop.parent) if stop.parent else None
    hints, of = (question.hints, None) if question.hints or not parent else (parent.hints, parent.title)
    hint = hints[0] if hints else None
    return Asked(stop.number, question, stop.minutes, hint, of, stop.strong, stop.weak)


def _question(bank: Bank, id: str) -> Question | None:
    try:
        return bank.question(id)
    except (BankError, KeyError):
        return None


def _write(text: str, out: Path | None) -> None:
    if is_standard(out):
        screen.plain(text.rstrip("\n"))
        return
    with writing(out):
        out.write_text(text, encoding="utf-8")
    screen.complain("export-written-to", file=str(out))
