"""A failing vector made smaller: rows and columns dropped as far as its recipe allows, numbers rounded, still failing.

Smaller vectors are drawn from the failing one and asked of the key and of the candidate, the smallest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from msgspec.structs import replace

from interview_drill.errors import SandboxError
from interview_drill.grader import oracle, sandbox
from interview_drill.grader.conditions import holds
from interview_drill.grader.examining import replies_of
from interview_drill.grader.recipes import Vector, terms
from interview_drill.grader.report import Finding, Report, Trace
from interview_drill.grader.task import Draw, Examination
from interview_drill.grader.trial import Trial, libraries
from interview_drill.grader.weighing import UNSTABLE, of_trace, of_vector

LIMIT_S = 2.0
MOST_CUT = 12
FIRST = 6
"""So many are asked before the others: most bugs show on one of the smallest."""
DECIMALS = (1, 2)


def shrunk(task: Examination, source: str, report: Report, python: str | None = None) -> Report:
    """The report, its decisive finding told on a smaller vector where one fails in the same way."""
    finding = report.findings[0] if report.findings else None
    if finding is None or finding.harmless or finding.vector is None or report.traces[finding.vector].got.last:
        return report
    found = next(_failing(task, source, finding, report.traces[finding.vector].vector, python), None)
    return report if found is None else replace(report, findings=(found, *report.findings[1:]))


def _failing(task: Examination, source: str, finding: Finding, vector: Vector, python: str | None) -> Iterator[Finding]:
    """The finding as the smaller vectors show it, the smallest first."""
    vectors = tuple(sorted(smaller(vector), key=lambda each: each.size))
    for batch in filter(None, (vectors[:FIRST], vectors[FIRST:])):
        traces = _traces(task, source, batch, python)
        for trace in traces:
            for other in of_trace(finding.vector, trace, task):
                if _alike(other, finding):
                    yield replace(finding, facts={**finding.facts, **other.facts, **of_vector(trace.vector)})
        if len(traces) < len(batch):
            return


def _alike(other: Finding, finding: Finding) -> bool:
    names = {other.message, UNSTABLE.get(other.message, other.message)}
    return finding.message in names and other.facts.get("error") == finding.facts.get("error")


def _traces(task: Examination, source: str, vectors: tuple[Vector, ...], python: str | None) -> tuple[Trace, ...]:
    """Both programs' replies; nothing where the key cannot answer a vector, for then it is none of the question's."""
    supervisor = sandbox.supervisor(python)
    try:
        wanted = oracle.remembered(task, vectors, supervisor)
        with Trial(supervisor, LIMIT_S, libraries(source)) as trial:
            replies = replies_of(trial, vectors) if trial.load(source, task.entry).returned else []
        replies = [reply for reply in replies if not reply.last]
        traces = tuple(Trace(*each) for each in zip(vectors, wanted, replies, strict=False))
        return oracle.measured(task, traces, supervisor)
    except SandboxError:
        return ()


def smaller(vector: Vector) -> tuple[Vector, ...]:
    """Vectors with parts of this one's rows, the smallest sizes first, each with rounded numbers before its own."""
    found = [each for sizes in _targets(vector) for each in _cut(vector, sizes)][:MOST_CUT]
    return tuple(each for cut in (*found, vector) for each in (*_rounded(cut), cut))[:-1]


def _targets(vector: Vector) -> list[Mapping[str, int]]:
    """Sizes to try: all as small as the recipe has them, then one after the other, halfway at last."""
    least = {name: _least(name, vector) for name in vector.sizes}
    halves = {name: (size + least[name]) // 2 for name, size in vector.sizes.items()}
    single = [{**vector.sizes, name: size} for name, size in least.items()]
    found = [each for each in (least, *single, halves) if each != vector.sizes]
    return [each for each in found if all(holds(condition, each) for condition in vector.recipe.conditions)]


def _least(name: str, vector: Vector) -> int:
    """The recipe's smallest size; the size as it is where an axis along it may not lose a row."""
    size = vector.recipe.sizes[name]
    fixed = isinstance(size, int) or not all(_loses(draw, name) for draw in vector.recipe.arguments.values())
    return vector.sizes[name] if fixed else size[0]


def _loses(draw: Draw, name: str) -> bool:
    """Whether rows along this size can go: no distribution runs along it, and no cell is set at a place of it."""
    for axis, term in enumerate(draw.shape):
        inside = [part for part in terms(term) if part.lstrip("+-") == name]
        if not inside:
            continue
        last = axis == len(draw.shape) - 1 and (draw.simplex or draw.one_hot)
        placed_there = any(axis < len(cell.index) and cell.index[axis] != ":" for cell in draw.set)
        if last or placed_there or any(part.startswith("-") for part in terms(term)):
            return False
    return True


def _cut(vector: Vector, sizes: Mapping[str, int]) -> Iterator[Vector]:
    """The first rows, the last ones, and some between."""
    for turn in range(4):
        kept = {name: _kept(vector.sizes[name], size, turn) for name, size in sizes.items()}
        pairs = zip(vector.recipe.arguments.values(), vector.inputs, strict=True)
        inputs = tuple(_taken(value, draw, kept, vector.sizes) for draw, value in pairs)
        yield Vector(vector.recipe, vector.arguments, inputs, sizes)


def _kept(size: int, count: int, turn: int) -> list[int]:
    """`count` of `size` rows: a window that begins elsewhere every turn."""
    start = (size - count) * turn // 3
    return list(range(start, start + count))


def _taken(value: Any, draw: Draw, kept: Mapping[str, list[int]], sizes: Mapping[str, int]) -> Any:
    if not draw.shape or draw.sources[:1] == ("value",):
        return value
    array = np.asarray(value)
    for axis, term in enumerate(draw.shape):
        array = array.take(_places(term, kept, sizes), axis)
    return array.tolist() if isinstance(value, list) else np.ascontiguousarray(array)


def _places(term: int | str, kept: Mapping[str, list[int]], sizes: Mapping[str, int]) -> list[int]:
    """Which entries of an axis stay: in H+D those of H, then those of D."""
    found, start = [], 0
    for part in terms(term):
        length = int(part) if part.isdigit() else sizes[part]
        found += [start + place for place in (kept[part] if part in kept else range(length))]
        start += length
    return found


def _rounded(vector: Vector) -> Iterator[Vector]:
    """Numbers of few decimals, where nothing becomes 0, equal or out of range by it; nothing where nothing changes."""
    for decimals in DECIMALS:
        pairs = zip(vector.recipe.arguments.values(), vector.inputs, strict=True)
        inputs = tuple(_shorter(value, draw, decimals) for draw, value in pairs)
        if any(new is not old for new, old in zip(inputs, vector.inputs, strict=True)):
            yield replace(vector, inputs=inputs)


def _shorter(value: Any, draw: Draw, decimals: int) -> Any:
    smooth = draw.normal is not None or draw.uniform is not None
    if not smooth or isinstance(value, list):
        return value
    short = np.round(np.asarray(value), decimals)
    kept = np.unique(short).size == np.unique(value).size and np.all((short != 0) == (np.asarray(value) != 0))
    if not (kept and _within(short, draw)):
        return value
    return short if isinstance(value, np.ndarray) else short.item()


def _within(short: np.ndarray, draw: Draw) -> bool:
    if draw.uniform is None or draw.scale is not None or draw.shift is not None:
        return True
    return bool(np.all((short >= draw.uniform[0]) & (short <= draw.uniform[1])))
