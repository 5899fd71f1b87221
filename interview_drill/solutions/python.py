"""Python files: what they answer is said by a header, by --question, or by the functions they define."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from interview_drill.bank import Bank
from interview_drill.question import Answer
from interview_drill.solutions.row import Row, Writing

HEADER = re.compile(r"^#[ \t]*drill[ \t]*[:：][ \t]*([^\s#]+)", re.MULTILINE | re.IGNORECASE)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def rows(writing: Writing) -> Iterator[Row]:
    """The rows of a Python file; each is judged with the whole file as its program."""
    asked = _asked(writing)
    if not asked:
        yield from by_entry(writing)
    elif any(writing.kind(question) == "code" for question, _ in asked) and (fault := _fault(writing)):
        yield fault
    else:
        yield from (_row(writing, question, line) for question, line in asked)


def _asked(writing: Writing) -> list[tuple[str, int]]:
    """The questions that --question or the headers name, each with its line."""
    if writing.question is not None:
        return [(writing.question, 1)]
    headers = HEADER.finditer(writing.text)
    return [(header.group(1), writing.text.count("\n", 0, header.start()) + 1) for header in headers]


def _row(writing: Writing, question: str, line: int) -> Row:
    notation = "python" if writing.kind(question) in ("formula", "number") else None
    return writing.row(line=line, question=question, answer=Answer(writing.text, notation))


def _fault(writing: Writing) -> Row | None:
    """The one row of a file that is no Python, at the line where it ceases to be; None for a program."""
    try:
        ast.parse(writing.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        reason = getattr(error, "msg", str(error))
        return writing.faulty("file-not-python", getattr(error, "lineno", None), reason=reason)
    return None


def by_entry(writing: Writing) -> Iterator[Row]:
    """A row for every code question whose entry function the file defines; what others call is a helper."""
    if fault := _fault(writing):
        yield fault
        return
    tree = ast.parse(writing.text)
    entries, defined = entry_functions(writing.bank), definitions(tree)
    called = called_by_others(tree)
    for name, line in defined.items():
        if name in entries and name in called:
            yield writing.row(line=line, question=entries[name], helper=name)
        elif name in entries:
            yield writing.row(line=line, question=entries[name], answer=Answer(writing.text))


def entry_functions(bank: Bank) -> dict[str, str]:
    """Entry function -> the code question it answers."""
    return {bank.question(entry.id).task.entry: entry.id for entry in bank.index() if entry.kind == "code"}


def definitions(tree: ast.Module) -> dict[str, int]:
    """The functions that a module defines on its top level (inside `if` and `try` too), with their lines."""
    found: dict[str, int] = {}
    for node in _top_level(tree.body):
        if isinstance(node, Function):
            found[node.name] = node.lineno
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda | ast.Name):
            found |= {target.id: node.lineno for target in node.targets if isinstance(target, ast.Name)}
    return found


def _top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With):
            parts = (getattr(node, name, []) for name in ("body", "orelse", "finalbody"))
            yield from (inner for part in parts for inner in _top_level(part))
            for handler in getattr(node, "handlers", []):
                yield from _top_level(handler.body)


def called_by_others(tree: ast.Module) -> set[str]:
    """Names that some function or class of the module uses, other than the one of that name."""
    owners = [node for node in _top_level(tree.body) if isinstance(node, Function | ast.ClassDef)]
    lambdas = [(None, node.value) for node in _top_level(tree.body) if isinstance(node, ast.Assign)]
    return {
        name for own, part in [*((node.name, node) for node in owners), *lambdas] for name in _used(part) if name != own
    }


def _used(node: ast.AST) -> set[str]:
    """The global names that are read somewhere in a function: its parameters and own variables hide them."""
    names = [inner for inner in ast.walk(node) if isinstance(inner, ast.Name)]
    own = {name.id for name in names if isinstance(name.ctx, ast.Store)}
    own |= {inner.arg for inner in ast.walk(node) if isinstance(inner, ast.arg)}
    return {name.id for name in names if isinstance(name.ctx, ast.Load)} - own
