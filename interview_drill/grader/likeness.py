"""Whether two programs behave alike: which wrong idea a wrong answer follows, or comes near."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct

from interview_drill.grader.report import Report, Trace
from interview_drill.grader.task import Examination
from interview_drill.grader.values import close, same_answer

MOST_NEAR = 2


class Near(Struct, frozen=True):
    """A program that answers as this one does on `alike` of the `failed` vectors that this one fails."""

    name: str
    alike: int
    failed: int


def twin(report: Report, others: Mapping[str, Report], task: Examination) -> str | None:
    """The name of the program that answers exactly as this one does on every vector; None where none, or several do.

    Warnings decide between programs that answer alike, and they must agree where the numbers are right: nothing else
    tells such programs from the key.
    """
    alike = [name for name, other in others.items() if same_answers(report, other, task)]
    exact = [name for name in alike if same_warnings(report, others[name])]
    harmless = all(finding.harmless for finding in report.findings)
    if len(exact) == 1 or harmless:
        return exact[0] if len(exact) == 1 else None
    return alike[0] if len(alike) == 1 else None


def nearest(report: Report, others: Mapping[str, Report], task: Examination) -> tuple[Near, ...]:
    """At most two programs that agree with this one on at least half of the vectors it fails, the nearest first."""
    failed = {finding.vector for finding in report.findings if not finding.harmless and finding.vector is not None}
    found = [
        Near(name, _count(report, other, task, failed), len(failed))
        for name, other in others.items()
        if _complete(report, other)
    ]
    near = [each for each in found if each.alike and 2 * each.alike >= each.failed]
    return tuple(sorted(near, key=lambda each: -each.alike)[:MOST_NEAR])


def _count(one: Report, other: Report, task: Examination, places: set[int]) -> int:
    return sum(agrees for place, agrees in enumerate(_pairs(one, other, task)) if place in places)


def _complete(one: Report, other: Report) -> bool:
    return len(one.traces) == len(other.traces) and bool(one.traces)


def _pairs(one: Report, other: Report, task: Examination) -> Iterator[bool]:
    """Vector by vector, whether both programs did the same."""
    return (_same_trace(ours, theirs, task) for ours, theirs in zip(one.traces, other.traces, strict=True))


def _same_trace(one: Trace, other: Trace, task: Examination) -> bool:
    ours, theirs = one.got, other.got
    if (ours.status, ours.error, ours.changed) != (theirs.status, theirs.error, theirs.changed):
        return False
    if not ours.returned or same_answer(ours.value, theirs.value, task, one.vector.inputs[0]):
        return True
    return _same_quality(one, other, task)


def _same_quality(one: Trace, other: Trace, task: Examination) -> bool:
    """Where answers are measured, other labels of the same quality are the same; what has no quality is not."""
    qualities = [trace.measured[1] for trace in (one, other) if trace.measured is not None]
    if len(qualities) < 2 or None in qualities or not np.all(np.isfinite(qualities)):
        return False
    return bool(close(np.asarray(qualities[0]), np.asarray(qualities[1]), task.tolerance))


def same_answers(one: Report, other: Report, task: Examination) -> bool:
    """Whether both programs did the same on every vector."""
    return _complete(one, other) and all(_pairs(one, other, task))


def same_warnings(one: Report, other: Report) -> bool:
    """Whether both programs warned of the same on every vector."""
    return _warned(one) == _warned(other)


def _warned(report: Report) -> list[frozenset[tuple[str, str]]]:
    return [frozenset(trace.got.warnings) for trace in report.traces]
