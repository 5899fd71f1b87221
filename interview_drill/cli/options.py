"""Options that several commands take, declared once. Their help is made in the person's language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from interview_drill.cli.drawing import look
from interview_drill.cli.language import known, words
from interview_drill.errors import UsageError
from interview_drill.feedback import LANGUAGES

LIMITS = (0.1, 86_400.0)
"""Seconds that a program may take, at least and at most."""


def _language(name: str | None) -> str | None:
    """Refuses a language that has no messages; which one is in use was settled before (cli/language.py)."""
    if name is not None and not known(name):
        raise UsageError("unknown-language", name=name, known=list(LANGUAGES))
    return name


def _limit(seconds: float) -> float:
    """Typer's own bounds let what is no number pass."""
    if not LIMITS[0] <= seconds <= LIMITS[1]:
        raise typer.BadParameter(str(seconds))
    return seconds


def _plain(wanted: bool) -> bool:
    if wanted:
        look.be_plain()
    return wanted


def _ascii(wanted: bool) -> bool:
    if wanted:
        look.be_ascii()
    return wanted


Lang = Annotated[str | None, typer.Option("--lang", help=words("option-lang"), callback=_language)]
Bank = Annotated[Path | None, typer.Option("--bank", help=words("option-bank"))]
BankOnly = Annotated[Path | None, typer.Option("--bank-only", help=words("option-bank-only"))]
Set = Annotated[str | None, typer.Option("--set", help=words("option-set"), metavar="NAME")]
Json = Annotated[bool, typer.Option("--json", help=words("option-json"))]
Seed = Annotated[int | None, typer.Option("--seed", help=words("option-seed"), min=0, max=2**63 - 1)]
LimitS = Annotated[float, typer.Option("--limit-s", help=words("option-limit-s"), callback=_limit)]
Python = Annotated[str | None, typer.Option("--python", help=words("option-python"))]
Force = Annotated[bool, typer.Option("--force", help=words("option-force"))]
QuestionId = Annotated[str, typer.Argument(help=words("option-question"), metavar="QUESTION")]
Plain = Annotated[bool, typer.Option("--plain", help=words("option-plain"), callback=_plain)]
Ascii = Annotated[bool, typer.Option("--ascii", help=words("option-ascii"), callback=_ascii)]
