"""What a note on a wrong answer stands under: the answer, as someone with the wrong idea would give it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from interview_drill import kinds
from interview_drill.cli import screen
from interview_drill.cli.language import language
from interview_drill.question import Misconception, Question, in_language

CHINESE = re.compile(r"[\u4e00-\u9fff]")
FORMULAS = ("formula", "derivation")
SEVERAL = ("code", "derivation", "ordering")
ENGLISH = "en"
"""The language of the bank's ids."""
SHORT = 60
ANYTHING = "*"
"""Stands for any word in a blank."""


def in_this_language(wrongs: Iterable[Misconception]) -> list[Misconception]:
    """Of answers with one note in common, those in the reader's language; all where none is."""
    found = list(wrongs)
    return [one for one in found if bool(CHINESE.search(one.answer)) == (language() == "zh")] or found


def headed(question: Question, wrong: Misconception, apart: bool) -> bool:
    """Draw the heading; whether it is taller than a line."""
    if question.kind in FORMULAS:
        return screen.mathematics(wrong.answer, apart)
    said = _said(question, wrong)
    if said:
        screen.prose(said)
    return False


def short(question: Question, wrong: Misconception) -> str:
    """The same on one line of prose.

    Where an answer takes several lines, or has no words, it is what the bank calls it; in other languages, which such a
    name says nothing in, the beginning of its note.
    """
    if wrong.claim:
        return in_language(wrong.claim, language()).strip()
    if question.kind in SEVERAL or (question.kind in FORMULAS and "\n" in wrong.answer.strip()):
        return _called(wrong)
    if question.kind in FORMULAS:
        return f"${wrong.answer.strip()}$"
    return _said(question, wrong) or _called(wrong)


def _called(wrong: Misconception) -> str:
    note = "" if language() == ENGLISH else in_language(wrong.note, language())
    return screen.beginning(note, SHORT) or wrong.name


def option(question: Question, id: str) -> str:
    """The text of a choice's option; nothing where it has no such option."""
    offered = dict(kinds.kind("choice").offered(question))
    return in_language(offered[id], language()).strip() if id in offered else ""


def _said(question: Question, wrong: Misconception) -> str:
    """One line; nothing for a program, which its note describes."""
    if wrong.claim:
        return f"**{in_language(wrong.claim, language()).strip()}**"
    if question.kind == "choice":
        return option(question, wrong.answer)
    lines = wrong.answer.strip().splitlines()
    if question.kind == "cloze":
        return "  ".join(f"[{at}] `{line}`" for at, line in enumerate(lines, 1) if line.strip() != ANYTHING)
    return "" if question.kind == "code" else " → ".join(f"`{line.strip()}`" for line in lines)
