"""`drill bank new KIND ID`: a commented template, which passes `drill bank check` as it is."""

from __future__ import annotations

from typing import Annotated

import typer

from interview_drill.bank import open_bank
from interview_drill.bank.reading import ID
from interview_drill.bank.templates import template
from interview_drill.cli import options, screen
from interview_drill.cli.language import words
from interview_drill.errors import UsageError

Kind = Annotated[str, typer.Argument(help=words("option-kind"), metavar="KIND")]
Id = Annotated[str, typer.Argument(help=words("option-id"), metavar="ID")]


def run(
    kind: Kind, id: Id, bank: options.Bank = None, bank_only: options.BankOnly = None, lang: options.Lang = None
) -> int:
    if not ID.fullmatch(id):
        raise UsageError("fault-id", id=id)
    opened = open_bank(extra=bank, alone=bank_only)
    if id in opened:
        raise UsageError("fault-id-twice", id=id, other=str(opened.catalogue.files[id]))
    screen.plain(template(kind, id).rstrip("\n"))
    screen.complain("template-save", id=id)
    return 0
