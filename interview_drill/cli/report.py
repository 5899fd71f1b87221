"""A table of grades: a row a submission, a column a question, then the misconceptions by count."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from interview_drill.cli.grading import Line
from interview_drill.cli.targets import writing

ELSEWHERE = "(no question)"
"""The column of what answers no question: a file that cannot be read, or two formulas compared."""

FORMULA_SIGNS = tuple("=+-@\t\r＝＋－＠")
"""A cell that begins so would be computed by a spreadsheet; some take the full-width signs for the same."""


def write_report(file: Path, graded: Iterable[Line]) -> None:
    """Write the grades as CSV (UTF-8 with a mark, so that spreadsheets read Chinese names). Raises UsageError."""
    lines = list(graded)
    table = [*_grades(lines), [], *_misconceptions(lines)]
    with writing(file), file.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream:
        csv.writer(stream).writerows([_inert(cell) for cell in row] for row in table)


def _inert(cell: object) -> str:
    """The cell as text, and as nothing else, in a spreadsheet too."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _grades(lines: list[Line]) -> list[list[str]]:
    """Outcomes; where a file answers a question more than once, all of them in its order."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        row = found.setdefault(line.row.file, {})
        row.setdefault(line.row.question or ELSEWHERE, []).append(line.verdict.outcome.value)
    asked = sorted({name for row in found.values() for name in row}, key=lambda name: (name == ELSEWHERE, name))
    return [
        ["submission", *asked],
        *([file, *("; ".join(row.get(name, ())) for name in asked)] for file, row in found.items()),
    ]


def _misconceptions(lines: list[Line]) -> list[list[object]]:
    counts = Counter((line.row.question, line.verdict.misconception) for line in lines if line.verdict.misconception)
    return [["question", "misconception", "count"], *([*names, count] for names, count in counts.most_common())]
