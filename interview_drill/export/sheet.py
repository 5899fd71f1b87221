"""The sheet for a friend who plays the interviewer: what to read aloud, what to hear, how to go on."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from msgspec import Struct

from interview_drill.export import parts
from interview_drill.export.markdown import entry, line
from interview_drill.feedback import phrase
from interview_drill.question import Question, Text, in_language

CLAIMS = 3


class Asked(Struct, frozen=True):
    """One question of the sheet, its number from 1.

    `minutes` is how long an answer may take; `hint` what to say where it is weak, and `back_to` the title of the
    question that it belongs to, where that is another one; `strong` and `weak` are the numbers to go on with, None
    where the interview is over then.
    """

    number: int
    question: Question
    minutes: float
    hint: Text | None
    back_to: Text | None
    strong: int | None
    weak: int | None


def sheet(asked: Sequence[Asked], minutes: int, seed: int, language: str) -> str:
    """The whole sheet as Markdown."""
    opening = [
        f"# {phrase('export-sheet', language, minutes=minutes)}",
        phrase("export-sheet-how", language),
        phrase("export-sheet-times", language),
        phrase("export-sheet-again", language, minutes=minutes, seed=seed, spoken=language),
    ]
    return "\n\n".join([*opening, *(_section(one, seed, language) for one in asked)]) + "\n"


def _section(one: Asked, seed: int, language: str) -> str:
    question = one.question
    took = phrase("export-minutes", language, minutes=max(1, floor(one.minutes + 0.5)))
    blocks = [
        f"## {one.number}. {parts.title(question, language)}",
        parts.details(question, language, took),
        _heading("export-read", language),
        parts.aloud(question, language, seed),
        _heading("export-hear", language),
        parts.key(question, language),
        *_claims(question, language),
        _heading("export-go-on", language),
        _ways(one, language),
    ]
    return "\n\n".join(blocks)


def _claims(question: Question, language: str) -> list[str]:
    claims = parts.wrong_claims(question, language, CLAIMS)
    if not claims:
        return []
    return [_heading("export-claims", language), "\n".join(_answered(*claim, language) for claim in claims)]


def _answered(claim: str | None, reply: str, language: str) -> str:
    if claim is None:
        return entry(phrase("export-slip", language, reply=reply))
    return entry(f"{phrase('export-claim', language, claim=claim)}\n\n{phrase('export-reply', language, reply=reply)}")


def _ways(one: Asked, language: str) -> str:
    ways = [phrase("export-strong", language, next=_to(one.strong, language))]
    if one.hint:
        ways.append(_hint(one.hint, one.back_to, language))
    ways.append(phrase("export-weak", language, next=_to(one.weak, language)))
    return "\n".join(entry(way) for way in ways)


def _hint(hint: Text, back_to: Text | None, language: str) -> str:
    said = parts.said(hint, language)
    if back_to is None:
        return phrase("export-weak-hint", language, hint=said)
    return phrase("export-weak-back", language, title=line(in_language(back_to, language)), hint=said)


def _to(number: int | None, language: str) -> str:
    return phrase("export-end", language) if number is None else phrase("export-next", language, number=number)


def _heading(message: str, language: str) -> str:
    return f"### {phrase(message, language)}"
