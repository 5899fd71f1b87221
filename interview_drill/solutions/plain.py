"""Plain text: the whole of it is the answer to the question that --question names."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.question import Answer
from interview_drill.solutions.row import Row, Writing


def rows(writing: Writing) -> Iterator[Row]:
    """One row; none where nobody says what it answers, or there is nothing but blanks."""
    if writing.question is not None and writing.text.strip():
        text = writing.text if writing.kind(writing.question) == "code" else writing.text.strip()
        yield writing.row(line=1, question=writing.question, answer=Answer(text))
