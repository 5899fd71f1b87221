"""Declared as rows-sum-to-one: along `axis` (the last one unless named) the first part sums to 1."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Trace
from interview_drill.grader.task import Declared, Examination


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    axis = -1 if declared is None or declared.axis is None else declared.axis
    found = fitting.got(trace, task)
    if found is None or found[declared.of if declared else 0].ndim == 0:
        return
    sums = found[declared.of if declared else 0].astype(float).sum(axis)
    if not np.all(np.abs(sums - 1) <= 1e-6):
        yield Finding("no-distribution", facts={"got": f"{np.ravel(sums)[np.argmax(np.abs(np.ravel(sums) - 1))]:.6g}"})


EXAMPLES = (
    example(np.array([[0.5, 0.5], [1.0, 0.0]]), None),
    example(np.array([[0.5, 0.6], [1.0, 0.0]]), None, "no-distribution"),
    example(np.array([[0.5, 0.0], [0.5, 1.0]]), None, declared=Declared("rows-sum-to-one", axis=0)),
)
