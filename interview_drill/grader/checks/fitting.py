"""The parts of a trace that the checks compare."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from interview_drill.grader.report import Trace
from interview_drill.grader.task import Examination
from interview_drill.grader.values import Misfit, close, parts, shown


def wanted(trace: Trace, task: Examination) -> tuple[np.ndarray, ...]:
    """What the oracle returned, as arrays, a part each."""
    return parts(trace.wanted.value, task, trace.vector.inputs[0])


def got(trace: Trace, task: Examination) -> tuple[np.ndarray, ...] | None:
    """The candidate's parts, None where it returned nothing of the form asked for."""
    if not trace.got.returned:
        return None
    try:
        return parts(trace.got.value, task, trace.vector.inputs[0])
    except Misfit:
        return None


def subscript(task: Examination, part: int, index: tuple[int, ...] = ()) -> str:
    """A place in the answer as Python writes it: answer, answer[2, 0], or answer[1][2, 0] in a tuple."""
    of_part = "" if isinstance(task.returns, str) else f"[{part}]"
    return f"answer{of_part}" + (f"[{', '.join(map(str, index))}]" if index else "")


def due(trace: Trace, task: Examination, wanted: np.ndarray, index: tuple[int, ...]) -> str | Mapping[str, str]:
    """The key's number as a sentence tells it, in each language where the measure takes others for as right."""
    told = shown(wanted[index])
    if trace.measured is None or wanted.ndim or np.all(close(wanted, np.asarray(trace.measured[0]), task.tolerance)):
        return told
    return {"en": f"{told} or another number that the task allows", "zh": f"{told}，或题目允许的其他数"}


def pairs(trace: Trace, task: Examination) -> list[tuple[int, np.ndarray, np.ndarray]]:
    """(part's position, got, wanted) for every part whose shape is right."""
    found = got(trace, task)
    if found is None:
        return []
    both = zip(found, wanted(trace, task), strict=True)
    return [(place, ours, theirs) for place, (ours, theirs) in enumerate(both) if ours.shape == theirs.shape]
