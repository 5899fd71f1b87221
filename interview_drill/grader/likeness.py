"""Whether two programs behave alike: which wrong idea a wrong answer follows, or comes near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
from msgspec import Struct

from interview_drill.grader.report import Reply, Report, Trace
from interview_drill.grader.task import Examination
from interview_drill.grader.values import close, parts_or_none, same_answer

MOST_NEAR = 2
ENOUGH = 3
"""So many different answers, none of them trivial, are no coincidence."""

_NUMBER = re.compile(r"\d+")


class Near(Struct, frozen=True):
    """A program that answers as this one does on all the `failed` vectors that this one fails, and fails others."""

    name: str
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
    """At most two programs that agree with this one on every vector it fails, the nearest first.

    Agreement on some of them is mostly chance: two wrong answers meet where a matrix is square, or all is 0.
    """
    failed = _failed(report)
    if _telling(report, failed, task) < ENOUGH:
        return ()
    near = [name for name, other in others.items() if _complete(report, other) and _covers(report, other, task, failed)]
    nearest_first = sorted(near, key=lambda name: len(_failed(others[name])))
    return tuple(Near(name, len(failed)) for name in nearest_first[:MOST_NEAR])


def _failed(report: Report) -> set[int]:
    return {finding.vector for finding in report.findings if not finding.harmless and finding.vector is not None}


def _telling(report: Report, places: set[int], task: Examination) -> int:
    """How many different answers at these places say something: 0, 1 and what is not finite come about in many ways."""
    told = {_said(report.traces[place], task) for place in places}
    return len(told - {None})


def _said(trace: Trace, task: Examination) -> tuple | None:
    found = parts_or_none(trace.got.value, task, trace.vector.inputs[0]) if trace.got.returned else None
    if found is None:
        return None
    numbers = np.concatenate([part.astype(float).ravel() for part in found])
    trivial = ~np.isfinite(numbers) | (numbers == 0) | (numbers == 1)
    return None if np.all(trivial) and task.returns != "ints" else tuple(numbers.tolist())


def _covers(one: Report, other: Report, task: Examination, places: set[int]) -> bool:
    """Whether the other does the same at all these places; where that is to stop, it may stop nowhere else."""
    returned = all(one.traces[place].got.returned for place in places)
    agree = all(agrees for place, agrees in enumerate(_pairs(one, other, task)) if place in places)
    return agree and (returned or _ends(one) == _ends(other))


def _ends(report: Report) -> list[str]:
    return [trace.got.status for trace in report.traces]


def _complete(one: Report, other: Report) -> bool:
    return len(one.traces) == len(other.traces) and bool(one.traces)


def _pairs(one: Report, other: Report, task: Examination) -> Iterator[bool]:
    """Vector by vector, whether both programs did the same."""
    return (_same_trace(ours, theirs, task) for ours, theirs in zip(one.traces, other.traces, strict=True))


def _same_trace(one: Trace, other: Trace, task: Examination) -> bool:
    ours, theirs = one.got, other.got
    if (_end(ours), ours.changed) != (_end(theirs), theirs.changed):
        return False
    if not ours.returned or same_answer(ours.value, theirs.value, task, one.vector.inputs[0]):
        return True
    return _same_quality(one, other, task)


def _end(reply: Reply) -> tuple[str, str, str]:
    """How a call ended; exceptions are the same that say the same, whatever the numbers in it."""
    return (reply.status, reply.error, _NUMBER.sub("0", reply.text))


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
