"""A table of grades: a row a submission, a column a question, then the misconceptions by count."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from interview_drill.cli.grading import Line
from interview_drill.errors import UsageError


def write_report(file: Path, graded: Iterable[Line]) -> None:
    """Write the grades as CSV (UTF-8 with a mark, so that spreadsheets read Chinese names)."""
    lines = list(graded)
    try:
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([*_grades(lines), [], *_misconceptions(lines)])
    except OSError as error:
        raise UsageError("file-not-writable", file=str(file), reason=error.strerror or str(error)) from error


def _grades(lines: list[Line]) -> list[list[str]]:
    questions = sorted({line.row.question for line in lines if line.row.question})
    found: dict[str, dict[str, str]] = {}
    for line in lines:
        found.setdefault(line.row.file, {})[line.row.question or ""] = line.verdict.outcome.value
    return [
        ["submission", *questions],
        *([file, *(row.get(name, "") for name in questions)] for file, row in found.items()),
    ]


def _misconceptions(lines: list[Line]) -> list[list[object]]:
    counts = Counter((line.row.question, line.verdict.misconception) for line in lines if line.verdict.misconception)
    return [["question", "misconception", "count"], *([*names, count] for names, count in counts.most_common())]
