"""`drill start QUESTION`: a file to fill in, with the header that `drill check` reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from interview_drill import kinds
from interview_drill.bank import Bank, open_bank
from interview_drill.cli import options, screen
from interview_drill.cli.language import language, words
from interview_drill.cli.lookup import question_of
from interview_drill.cli.targets import free, is_standard, writing
from interview_drill.errors import UsageError
from interview_drill.question import Question

Names = Annotated[list[str] | None, typer.Argument(help=words("option-question"), metavar="QUESTION")]
Out = Annotated[Path | None, typer.Option("--out", help=words("option-out"))]
All = Annotated[bool, typer.Option("--all", help=words("option-answer-all"))]


def run(
    question: Names = None,
    all: All = False,
    out: Out = None,
    force: options.Force = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
) -> int:
    opened = open_bank(extra=bank, alone=bank_only)
    chosen = _all(opened) if all else [question_of(opened, name) for name in question or ()]
    if not chosen:
        raise UsageError("start-what")
    alone = len(chosen) == 1 and not all
    targets = [(each, _target(each, out, alone)) for each in chosen]
    for each, target in targets:
        _allow(each, target, force)
    for each, target in targets:
        _start(each, target)
    return 0


def _all(opened: Bank) -> list[Question]:
    return [opened.question(entry.id) for entry in opened.index() if entry.kind == "code"]


def _target(question: Question, out: Path | None, alone: bool) -> Path:
    """`softmax-code` becomes softmax_code.py here, or in the folder named by --out, or the very file it names."""
    name = question.id.replace("-", "_") + ".py"
    if out is None:
        return Path(name)
    return out if alone and (out.suffix or is_standard(out)) else out / name


def _allow(question: Question, target: Path, force: bool) -> None:
    """Raises UsageError for what cannot be started, before anything is written."""
    if question.kind != "code":
        raise UsageError("not-a-code-question", question=question.id)
    free(target, force, "--out")


def _start(question: Question, target: Path) -> None:
    text = kinds.kind("code").starter(question, language())
    if is_standard(target):
        screen.plain(text)
        return
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    screen.say("start-written", file=str(target))
