"""Parts of a question as Markdown: its title, what is read aloud, its key, the wrong claims that are typical of it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from interview_drill import kinds
from interview_drill.export.markdown import entry, fenced, line, mathematics, prose, span
from interview_drill.feedback import phrase
from interview_drill.question import Misconception, Question, Text, in_language

DRAWN = {"formula": mathematics, "code": lambda text: fenced(text, "python"), "prose": prose}
SHUFFLED = ("choice", "ordering")
LONG = ("code", "derivation")


def said(text: Text, language: str) -> str:
    """Prose of a bank in one language."""
    return prose(in_language(text, language))


def title(question: Question, language: str) -> str:
    """The title on one line."""
    return line(in_language(question.title, language))


def details(question: Question, language: str, *more: str) -> str:
    """One line in small: id, kind, level, and whatever else is to be said."""
    parts = [span(question.id), phrase(f"kind-{question.kind}", language)]
    return " · ".join([*parts, phrase("list-level", language, level=question.level), *more])


def aloud(question: Question, language: str, seed: int) -> str:
    """The stem, with the options or steps in an order that the seed draws, or the signature of the function."""
    parts = [said(question.stem, language)]
    task = question.task
    if question.kind in SHUFFLED:
        offered = [in_language(text, language) for _, text in kinds.kind(question.kind).offered(question)]
        Random(f"{seed}:{question.id}").shuffle(offered)
        parts.append("\n".join(entry(prose(text), f"{number}. ") for number, text in enumerate(offered, 1)))
    if hasattr(task, "signature"):
        parts.append(fenced(f"def {task.signature.removeprefix('def ').rstrip(':')}:", "python"))
    return "\n\n".join(parts)


def key(question: Question, language: str) -> str:
    """The key part by part, each under its name, and what to remember."""
    parts = []
    for part in kinds.kind(question.kind).revealed(question):
        parts += [f"**{phrase(part.heading, language)}**", DRAWN[part.form](in_language(part.text, language))]
    if question.note:
        parts += [f"**{phrase('show-note', language)}**", said(question.note, language)]
    return "\n\n".join(parts)


def note(question: Question, misconception: str | None, language: str) -> str | None:
    """The note of a misconception by its name; None where the question has none of that name."""
    found = next((one for one in question.misconceptions if one.name == misconception), None)
    return said(found.note, language) if found else None


def wrong_claims(question: Question, language: str, most: int) -> list[tuple[str | None, str]]:
    """(what somebody with a wrong idea says, what to reply) for the first few misconceptions.

    A program or a derivation is said by nobody in one breath: there the claim is None, and each reply stands once.
    """
    if question.kind in LONG:
        replies = dict.fromkeys(said(one.note, language) for one in question.misconceptions)
        return [(None, reply) for reply in list(replies)[:most]]
    return [(_claim(question, one, language), said(one.note, language)) for one in question.misconceptions[:most]]


def _claim(question: Question, wrong: Misconception, language: str) -> str:
    """What is said aloud or written."""
    if wrong.claim:
        return said(wrong.claim, language)
    if question.kind in SHUFFLED:
        return "; ".join(_named(question, wrong.answer.split(), language))
    answer = " / ".join(wrong.answer.split("\n"))
    return prose(f"${answer}$") if "\\" in answer else span(answer)


def _named(question: Question, ids: Sequence[str], language: str) -> list[str]:
    offered = dict(kinds.kind(question.kind).offered(question))
    return [line(in_language(offered[id], language)) if id in offered else span(id) for id in ids]
