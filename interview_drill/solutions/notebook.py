"""Notebooks: one module made of all code cells; headings in the text cells name the questions."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator

from msgspec.structs import replace

from interview_drill.bank import Bank
from interview_drill.question import Answer
from interview_drill.solutions import markdown, python, sections
from interview_drill.solutions.row import Row, Writing
from interview_drill.solutions.sections import Block, Section

Cell = tuple[int, str, str]
"""Its place (from 0), its type and its text."""
KEPT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def rows(writing: Writing) -> Iterator[Row]:
    """Rows for the headings that name questions; without any that names code, for the functions defined."""
    try:
        cells = list(_cells(json.loads(writing.text)))
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        yield writing.faulty("file-not-notebook")
        return
    module, places = _module(cells)
    if writing.question is not None:
        answer = Answer(module) if writing.kind(writing.question) == "code" else None
        yield writing.row(question=writing.question, answer=answer or _whole(cells, writing))
        return
    headed = list(_headed(writing, cells, module))
    yield from headed
    if not any(row.question and writing.kind(row.question) == "code" for row in headed):
        found = python.by_entry(replace(writing, text=module))
        yield from (replace(row, line=None, cell=places.get(_defined(row, writing))) for row in found)


def _cells(data: dict) -> Iterator[Cell]:
    for place, cell in enumerate(data["cells"]):
        said = cell.get("source", "")
        yield place, str(cell.get("cell_type")), said if isinstance(said, str) else "".join(said)


def _module(cells: list[Cell]) -> tuple[str, dict[str, int]]:
    """Imports, definitions and literal assignments of all code cells, in order, and the cell of each function.

    Of several definitions of a name the last one wins, as it does in a notebook run from top to bottom.
    """
    parts, places = [], {}
    for place, kind, text in cells:
        if kind != "code":
            continue
        for node in _statements(text):
            if isinstance(node, KEPT) or _literal(node):
                parts.append(ast.unparse(node))
                places |= dict.fromkeys(python.definitions(ast.Module([node], [])), place)
    return "\n\n\n".join(parts) + "\n", places


def _statements(text: str) -> list[ast.stmt]:
    """The statements of a cell, magics and shell lines left out; a cell that is no Python has none."""
    lines = ["" if line.lstrip().startswith(("%", "!", "?")) else line for line in text.splitlines()]
    if text.lstrip().startswith("%%"):
        return []
    try:
        return ast.parse("\n".join(lines)).body
    except (SyntaxError, ValueError, RecursionError):
        return []


def _literal(node: ast.stmt) -> bool:
    """Whether a statement gives names a plain value or another name for a function."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    try:
        ast.literal_eval(node.value)
    except (ValueError, TypeError, MemoryError, RecursionError):
        return isinstance(node.value, ast.Lambda | ast.Name)
    return True


def _headed(writing: Writing, cells: list[Cell], module: str) -> Iterator[Row]:
    """A row for every heading that names a question; its answer runs up to the next heading, over cells."""
    for place, section in _sections(cells, writing.bank):
        for row in sections.rows(writing, [section], cell=place):
            if writing.kind(row.question) == "code":
                yield replace(row, answer=Answer(module), fault=None, line=None)
            else:
                yield replace(row, line=None)


def _sections(cells: list[Cell], bank: Bank) -> Iterator[tuple[int, Section]]:
    open_section: tuple[int, Section] | None = None
    for place, kind, text in cells:
        if kind == "code":
            if open_section:
                open_section[1].blocks.append(Block("code", text, "python"))
            continue
        before, *headed = markdown.of_text(text, bank) if kind == "markdown" else (Section("", 1),)
        if open_section:
            open_section[1].blocks.extend(before.blocks)
        for section in headed:
            if open_section:
                yield open_section
            open_section = (place, section)
    if open_section:
        yield open_section


def _whole(cells: list[Cell], writing: Writing) -> Answer:
    pages = [markdown.of_text(text, writing.bank) for _, kind, text in cells if kind == "markdown"]
    blocks = [block for page in pages for section in page for block in section.blocks]
    return sections.answer_in(Section("", 1, blocks=blocks), writing.kind(writing.question)) or Answer("")


def _defined(row: Row, writing: Writing) -> str | None:
    """The entry function that a row is about."""
    if row.question is None:
        return None
    return writing.bank.question(row.question).task.entry
