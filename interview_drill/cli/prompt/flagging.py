"""`:flag`: a report of what seems wrong about a question or a verdict, ready to be sent to whoever keeps the bank."""

from __future__ import annotations

import json
from pathlib import Path

from interview_drill import __version__
from interview_drill.cli import screen
from interview_drill.cli.language import language, words
from interview_drill.export.markdown import fenced
from interview_drill.feedback import speak
from interview_drill.memory.place import state_folder
from interview_drill.practice.visit import Given
from interview_drill.question import Question, in_language

FOLDER = "flags"


def flag(question: Question, given: Given | None, seed: int, remark: str) -> None:
    """Print the report and keep it as a file; where it cannot be kept, the print has to do."""
    report = markdown(question, given, seed, remark)
    screen.blank()
    screen.plain(report)
    try:
        file = _kept(question.id, report)
    except OSError as error:
        screen.complain("flag-not-kept", reason=error.strerror or str(error))
        return
    screen.say("flag-kept", file=str(file))


def markdown(question: Question, given: Given | None, seed: int, remark: str) -> str:
    """Which question in which revision, the answer, the verdict with its evidence, and what repeats it."""
    title = in_language(question.title, language()).strip()
    head = [
        f"# {words('flag-title', question=question.id)}",
        "- " + words("flag-question", title=title, kind=words(f"kind-{question.kind}")),
        "- " + words("flag-revision", revision=question.revision, version=__version__, seed=seed),
        "- " + words("flag-remark", remark=remark) if remark else "",
    ]
    return "\n".join([*filter(None, head), *_answered(question, given)])


def _answered(question: Question, given: Given | None) -> list[str]:
    if given is None:
        return []
    lines = ["", f"## {words('flag-answer')}", fenced(given.answer.text)]
    if given.verdict is None:
        return lines
    spoken = speak(given.verdict, question, language())
    facts = [{"method": one.method, "message": one.message, **one.facts} for one in given.verdict.evidence]
    evidence = [json.dumps(one, ensure_ascii=False, default=str) for one in facts]
    said = [f"- {' '.join(line.split())}" for line in spoken.lines]
    return [
        *lines, "", f"## {words('flag-verdict')}", f"{given.verdict.outcome.value}: {spoken.headline}", *said,
        "", f"## {words('flag-evidence')}", fenced("\n".join(evidence)),
    ]  # fmt: skip


def _kept(question: str, report: str) -> Path:
    """The new file that holds the report. Raises OSError."""
    folder = state_folder() / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        file = folder / f"{question}-{number}.md"
        try:
            with file.open("x", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(report + "\n")
        except FileExistsError:
            number += 1
        else:
            return file
