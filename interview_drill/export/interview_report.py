"""The report of an interview as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from interview_drill.export import parts
from interview_drill.export.markdown import entry, fenced, span
from interview_drill.feedback import phrase
from interview_drill.memory.review import SELF
from interview_drill.question import Question


def document(report: Mapping[str, Any], questions: Mapping[str, Question], language: str) -> str:
    """The report (plain values, as its JSON file holds them) with the questions it names, by id."""
    blocks = [
        f"# {phrase('export-report', language)}",
        summary(report, language),
        *(
            _section(number, line, questions[str(line["question"])], language)
            for number, line in enumerate(report["questions"], 1)
        ),
        *_skipped(report["skipped"], questions, language),
        f"## {phrase('export-revise', language)}",
        _revise(report, questions, language),
        f"## {phrase('export-next-command', language)}",
        fenced(str(report["next"])),
    ]
    return "\n\n".join(blocks) + "\n"


def summary(report: Mapping[str, Any], language: str) -> str:
    """How it went, in one sentence."""
    count = len(report["questions"])
    facts = {"count": count, "strong": count - len(report["revise"]), "time": clock(report["seconds"])}
    return phrase("export-summary", language, **facts, minutes=report["minutes"], seed=report["seed"])


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds, like 4:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def outcome(line: Mapping[str, Any], language: str) -> str:
    """The verdict in words: the outcome, the share where it is one, who judged, and what a hint did."""
    if line["outcome"] is None:
        return phrase("export-no-answer", language)
    told = phrase(f"outcome-{line['outcome']}", language)
    if line["outcome"] == "partial":
        told = phrase("export-share", language, outcome=told, share=f"{line['score']:.0%}")
    if line["assessed"] == SELF:
        return phrase("export-self", language, outcome=told)
    return phrase("export-mended", language, outcome=told) if line["mended"] else told


def _section(number: int, line: Mapping[str, Any], question: Question, language: str) -> str:
    why = phrase(f"interview-why-{line['why']}", language)
    blocks = [
        f"## {number}. {parts.title(question, language)}",
        parts.details(question, language, why, phrase("export-time", language, time=clock(line["seconds"]))),
        parts.said(question.stem, language),
        f"**{phrase('export-answer', language)}**",
        *_answers(line, question.kind, language),
        f"**{phrase('export-verdict', language)}** {outcome(line, language)}",
    ]
    note = parts.note(question, line["misconception"], language)
    return "\n\n".join([*blocks, *([note] if note else []), parts.key(question, language)])


def _answers(line: Mapping[str, Any], kind: str, language: str) -> list[str]:
    if not line["answers"]:
        return [phrase("export-nothing-written", language)]
    return [fenced(answer, "python" if kind == "code" else "") for answer in line["answers"]]


def _skipped(ids: Sequence[str], questions: Mapping[str, Question], language: str) -> list[str]:
    """A section of its own; nothing where nothing was skipped."""
    return [f"## {phrase('export-skipped', language)}", _listed(ids, questions, language)] if ids else []


def _revise(report: Mapping[str, Any], questions: Mapping[str, Question], language: str) -> str:
    """Nobody is praised for answers that were never given."""
    nothing = "export-nothing-to-revise" if report["questions"] else "export-nothing-answered"
    return _listed(report["revise"], questions, language) or phrase(nothing, language)


def _listed(ids: Sequence[str], questions: Mapping[str, Question], language: str) -> str:
    return "\n".join(entry(f"{span(id)} {parts.title(questions[id], language)}") for id in ids)
