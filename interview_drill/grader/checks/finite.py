"""Where the right answer is a finite number, NaN and infinity are told apart from other wrong numbers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Trace
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.values import shown


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    for place, ours, theirs in fitting.pairs(trace, task):
        odd = np.isfinite(theirs.astype(float)) & ~np.isfinite(ours.astype(float)) | np.isnan(ours.astype(float))
        if np.any(odd):
            index = tuple(int(axis[0]) for axis in np.nonzero(np.atleast_1d(odd)))[: odd.ndim]
            where = {"part": place, "index": list(index), "place": fitting.subscript(task, place, index)}
            facts = {**where, "got": shown(ours[index]), "wanted": fitting.due(trace, task, theirs, index)}
            yield Finding("not-finite", facts=facts)
            return


EXAMPLES = (
    example(np.ones(2), np.zeros(2)),
    example(np.array([1.0, np.nan]), np.ones(2), "not-finite"),
    example(np.array([1.0, np.inf]), np.ones(2), "not-finite"),
    example(float("inf"), float("inf"), returns="float"),
    example(float("nan"), 1.0, "not-finite", returns="float"),
)
