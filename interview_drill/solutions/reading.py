"""A path as typed -> rows: a file by its suffix, a folder as every solution file in it, `-` as standard input."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from interview_drill.bank import Bank
from interview_drill.errors import UsageError
from interview_drill.solutions import markdown, notebook, plain, python, table, tex
from interview_drill.solutions.row import Row, Writing
from interview_drill.solutions.sections import seems_meant

READERS: dict[str, Callable[[Writing], Iterator[Row]]] = {
    ".py": python.rows,
    ".md": markdown.rows,
    ".markdown": markdown.rows,
    ".tex": tex.rows,
    ".ipynb": notebook.rows,
    ".jsonl": table.jsonl,
    ".yaml": table.yaml,
    ".yml": table.yaml,
    ".txt": plain.rows,
}
STANDARD_INPUT = "-"
SKIPPED = ("__pycache__", "node_modules")


def read(path: str, bank: Bank, question: str | None = None) -> Iterator[Row]:
    """The rows of a path; `question` is what the file answers, where the person said so.

    Raises UsageError at once for a path that is not there or that no reader knows; what is wrong inside a file becomes
    a row of its own.
    """
    if path == STANDARD_INPUT:
        return _standard_input(bank, question)
    place = Path(path)
    if place.is_dir():
        return (row for file in _solutions(place) for row in _rows(file, bank, question, whole=False))
    if not place.exists():
        raise UsageError("file-missing", file=path)
    if place.suffix.lower() not in READERS and question is None:
        raise UsageError("solution-format-unknown", file=path, known=list(READERS))
    return _rows(place, bank, question, whole=True)


def _standard_input(bank: Bank, question: str | None) -> Iterator[Row]:
    if question is None:
        raise UsageError("stdin-needs-question")
    return plain.rows(Writing(STANDARD_INPUT, _decoded(sys.stdin.buffer.read()), bank, question))


def _solutions(folder: Path) -> Iterator[Path]:
    """Every file below a folder that a reader knows, by name; hidden ones are left out."""
    for place, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith(".") and name not in SKIPPED)
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and file.suffix.lower() in READERS and not _is_device(file):
                yield file


def _is_device(file: Path) -> bool:
    """A pipe that nobody writes into would hold up the whole folder. One that was named itself is read."""
    return os.path.exists(file) and not os.path.isfile(file)


def _rows(file: Path, bank: Bank, question: str | None, whole: bool) -> Iterator[Row]:
    """The rows of one file. A file met in a folder may hold nothing to grade."""
    writing = Writing(str(file), "", bank, question)
    try:
        text = _decoded(file.read_bytes())
    except OSError as error:
        yield writing.faulty("file-unreadable", reason=error.strerror or str(error))
        return
    except UnicodeDecodeError:
        yield writing.faulty("file-not-text")
        return
    reader = READERS.get(writing.suffix, plain.rows)
    found = reader(Writing(str(file), text, bank, question))
    yield from (row for row in found if whole or _matters(row, bank))


def _matters(row: Row, bank: Bank) -> bool:
    """Whether to tell of a row in a file that nobody named: that no answer stands in it is its own affair."""
    if row.heading is not None:
        return seems_meant(row.heading, bank)
    return row.fault is None or row.fault[0] not in table.NO_ROWS


def _decoded(content: bytes) -> str:
    """UTF-8, or UTF-16 where the file begins with its mark (Windows editors write it)."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")
