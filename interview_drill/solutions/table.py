"""Tables: a row an answer, `{question, answer, notation?, id?}` or `{expected, answer, symbols?, id?}`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from interview_drill import source
from interview_drill.question import Answer
from interview_drill.solutions.row import Row, Writing

NOTATIONS = ("latex", "ascii", "unicode", "python")
NO_ROWS = ("table-no-rows",)
"""Faults of a file that is well formed, but no table of answers: in a folder such files are passed over."""


def jsonl(writing: Writing) -> Iterator[Row]:
    """A JSON object a line; a line that is none becomes a row with a fault."""
    for number, line in enumerate(writing.text.splitlines(), 1):
        if line.strip():
            yield _parsed(writing, line, number)


def _parsed(writing: Writing, line: str, number: int) -> Row:
    try:
        return _row(writing, json.loads(line), number)
    except json.JSONDecodeError as error:
        return writing.faulty("row-not-json", number, reason=error.msg)
    except RecursionError:
        return writing.faulty("row-not-json", number, reason="nested too deeply")


def yaml(writing: Writing) -> Iterator[Row]:
    """A list of rows, or a single one."""
    read = source.read(writing.text, writing.file)
    if read.data is None and read.faults:
        fault = read.faults[0]
        yield writing.faulty("file-not-yaml", fault.line, reason=str(fault.facts.get("reason", fault.message)))
        return
    data = [read.data] if isinstance(read.data, dict) and "answer" in read.data else read.data
    if not isinstance(data, list):
        yield writing.faulty("table-no-rows", 1)
        return
    for at, fields in enumerate(data):
        yield _row(writing, fields, read.mark(str(at) if data is read.data else "")[0])


def _row(writing: Writing, fields: object, line: int) -> Row:
    if not isinstance(fields, dict):
        return writing.faulty("row-not-a-mapping", line)
    answer, question = _text(fields.get("answer")), _text(fields.get("question")) or writing.question
    common = {"line": line, "id": _scalar(fields.get("id"))}
    if answer is None:
        return writing.row(**common, question=question, fault=("row-without-answer", {"file": writing.file}))
    common["answer"] = Answer(answer, _notation(fields.get("notation")))
    expected = _text(fields.get("expected"))
    if question is not None:
        return writing.row(**common, question=question)
    if expected is None:
        return writing.row(**common, fault=("row-without-question", {"file": writing.file}))
    symbols = fields.get("symbols")
    return writing.row(**common, expected=expected, symbols=symbols if isinstance(symbols, dict) else None)


def _text(value: object) -> str | None:
    """A text as it stands; a number as written; a list (an ordering, a derivation) as one line an entry."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    return None if value is None or isinstance(value, bool | list | dict) else str(value)


def _scalar(value: object) -> object:
    return value if isinstance(value, str | int | float) else None


def _notation(value: object) -> str | None:
    return value if value in NOTATIONS else None
