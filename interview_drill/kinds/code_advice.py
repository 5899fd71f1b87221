"""What an interviewer would say after reading a program: advice on right answers, pointers into wrong ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from interview_drill.grader.report import Report
from interview_drill.grader.trial import libraries
from interview_drill.kinds.code import Task
from interview_drill.verdict import Evidence

SLOW_S, SLOWER = 0.5, 20
"""Slow is what takes so many seconds for all vectors together, and so many times as long as the key."""

LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)
LOOPING_CALLS = ("vectorize", "apply_along_axis", "frompyfunc", "ndenumerate", "nditer")
TINY = 1e-3
"""A default value below this is a guard against zero, such as eps."""


def advice(task: Task, source: str, report: Report) -> Iterator[Evidence]:
    """About a right answer; it costs nothing."""
    if "scipy" in libraries(source):
        yield Evidence("vector", "leans-on-library", {"library": "SciPy"})
    yield from _slow(report)
    line = _loop(source)
    if line is not None and _loop(task.key) is None:
        yield Evidence("vector", "not-vectorised", {"line": line})
    yield from _typed_in(task, source)


def pointers(task: Task, source: str) -> Iterator[Evidence]:
    """About a wrong answer: arguments that it never looks at, unless it looks at none."""
    function = _function(source, task.entry)
    if function is None:
        return
    read = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    names = [argument.arg for argument in _arguments(function)]
    unused = [name for name in names if name not in read]
    if unused and len(unused) < len(names):
        yield Evidence("vector", "unused-argument", {"names": unused, "line": function.lineno})


def _slow(report: Report) -> Iterator[Evidence]:
    mine = sum(trace.got.seconds for trace in report.traces)
    key = sum(trace.wanted.seconds for trace in report.traces)
    if mine > SLOW_S and mine > SLOWER * key:
        yield Evidence("vector", "slow", {"seconds": mine, "factor": round(mine / key) if key else 0})


def _loop(source: str) -> int | None:
    """The line of the first loop of Python's own, written out or hidden in a call; None where there is none."""
    return min((_line(node) for node in ast.walk(_read(source)) if _loops(node)), default=None)


def _read(source: str) -> ast.Module:
    """The program's tree; an empty one where another Python reads what this one does not."""
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def _loops(node: ast.AST) -> bool:
    return isinstance(node, LOOPS) or (isinstance(node, ast.Attribute) and node.attr in LOOPING_CALLS)


def _line(node: ast.AST) -> int:
    return node.lineno  # type: ignore[attr-defined]


def _typed_in(task: Task, source: str) -> Iterator[Evidence]:
    """A guard such as 1e-5 in the text, where the signature hands one over."""
    function, asked = _function(source, task.entry), _function(f"def {task.signature}: pass", task.entry)
    guards = {default.value for default in asked.args.defaults if _tiny(default)} if asked else set()
    if function is None or not guards:
        return
    typed = [node for part in function.body for node in ast.walk(part) if _tiny(node) and node.value in guards]
    if typed:
        yield Evidence("vector", "hard-coded-eps", {"value": f"{typed[0].value:g}", "line": typed[0].lineno})


def _tiny(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) is float and 0 < node.value < TINY


def _function(source: str, entry: str) -> ast.FunctionDef | None:
    defined = [node for node in _read(source).body if isinstance(node, ast.FunctionDef) and node.name == entry]
    return defined[-1] if defined else None


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    return [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
