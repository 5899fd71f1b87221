"""`drill show QUESTION`: a question as a page of a book; with --answer its key, hints and what often goes wrong."""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import Annotated

import typer

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.cli import headings, options, screen
from interview_drill.cli.drawing import plotting
from interview_drill.cli.language import language, words
from interview_drill.cli.lookup import question_of
from interview_drill.question import Question, in_language

WithAnswer = Annotated[bool, typer.Option("--answer", help=words("option-answer"))]


def run(
    question: options.QuestionId,
    answer: WithAnswer = False,
    bank: options.Bank = None,
    bank_only: options.BankOnly = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    ascii: options.Ascii = False,
) -> int:
    opened = open_bank(extra=bank, alone=bank_only)
    shown = question_of(opened, question)
    _stem(shown)
    plotting.declared(shown.plot)
    if answer:
        _answer(shown)
    else:
        screen.blank()
        screen.prose(words("show-practise", question=shown.id))
    return 0


def _stem(question: Question) -> None:
    screen.heading(in_language(question.title, language()), aside=_aside(question))
    screen.prose(in_language(question.stem, language()))
    task = kinds.kind(question.kind)
    offered = task.offered(question) if hasattr(task, "offered") else ()
    mixed = sorted(offered, key=lambda option: _place(question.id, option[0]))
    if mixed:
        screen.blank()
    screen.options([(name, in_language(text, language())) for name, text in mixed])
    if hasattr(question.task, "symbols"):
        from interview_drill.cli import symbols  # costs the reading of formulas

        screen.blank()
        screen.facts(symbols.given(question))


def _place(question: str, option: str) -> str:
    """Where an option stands among its question's: the same on every page, and nothing to do with being right."""
    return sha256(f"{question} {option}".encode()).hexdigest()


def _aside(question: Question) -> str:
    parts = [question.id, words(f"kind-{question.kind}"), words("list-level", level=question.level)]
    if question.parent:
        parts.append(words("show-parent", parent=question.parent))
    return " · ".join(parts)


def _answer(question: Question) -> None:
    for part in kinds.kind(question.kind).revealed(question):
        _section(part.heading)
        {"formula": screen.mathematics, "code": screen.code}.get(part.form, screen.prose)(
            in_language(part.text, language())
        )
    if question.note:
        _section("show-note")
        screen.prose(in_language(question.note, language()))
    _listed("show-hints", [in_language(hint, language()) for hint in question.hints])
    _misconceptions(question)


def _section(message: str) -> None:
    screen.blank()
    screen.prose(f"**{words(message)}**")


def _listed(message: str, lines: list[str]) -> None:
    if lines:
        _section(message)
        for number, line in enumerate(lines, 1):
            screen.prose(f"{number}. {line}")


def _misconceptions(question: Question) -> None:
    """Each wrong idea under what it makes people answer; answers with one note in common stand above it together."""
    if question.misconceptions:
        _section("show-misconceptions")
    for at, (note, wrongs) in enumerate(groupby(question.misconceptions, key=lambda wrong: wrong.note)):
        if at:
            screen.blank()
        tall = [headings.headed(question, wrong, apart=not at) for wrong in headings.in_this_language(wrongs)]
        if any(tall):
            screen.blank()
        screen.prose(in_language(note, language()), indent=2)
