"""The facts of a verdict in words: what each is called, and its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interview_drill.cli.language import language, words
from interview_drill.feedback.messages import LANGUAGES, LISTS, known, plain, separated
from interview_drill.verdict import Evidence

UNTOLD = frozenset(("parsed_latex", "text", "note", "why", "hint", "given", "steps", "shared", "declared"))
"""Said elsewhere: the answer itself, another form of it, sentences that stand in the feedback.

The text of a `step` (of an ordering) is one of these too; a number of that name is told."""


def told(evidence: tuple[Evidence, ...]) -> list[tuple[str, str]]:
    """(label, value) of everything that a verdict rests on; facts that are empty say nothing."""
    return [row for one in evidence for row in _rows(one)]


def place(evidence: tuple[Evidence, ...]) -> tuple[int, int] | None:
    """Where an answer that cannot be read went wrong, as offsets into it; None where no single place is to blame."""
    facts = evidence[0].facts if evidence else {}
    at, end = facts.get("at"), facts.get("end")
    return (at, end if isinstance(end, int) else at + 1) if isinstance(at, int) else None


def _rows(one: Evidence) -> Iterator[tuple[str, str]]:
    yield words("why-method"), words(f"method-{one.method}")
    for name, value in one.facts.items():
        if name not in UNTOLD and value not in (None, "", (), []) and not (name == "step" and _is_text(value)):
            said = _value(value)
            yield _label(name), separated(said, language()) if name in LISTS else said


def _label(name: str) -> str:
    message = f"fact-{name.replace('_', '-')}"
    return words(message) if known(message) else name


def _is_text(value: object) -> bool:
    """Whether a fact is a text of several languages."""
    return isinstance(value, Mapping) and bool(set(LANGUAGES) & set(value))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return words("fact-yes" if value else "fact-no")
    if isinstance(value, Mapping) and not _is_text(value):
        return "; ".join(f"{name} = {_value(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return plain([_value(one) for one in value], language())
    return plain(value, language())
