"""The answer has to have the shape that the key's answer has."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Trace
from interview_drill.grader.task import Declared, Examination


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    found = fitting.got(trace, task)
    for place, (ours, theirs) in enumerate(zip(found or (), fitting.wanted(trace, task), strict=False)):
        if ours.shape != theirs.shape:
            where = {"part": place, "place": fitting.subscript(task, place)}
            message = "wrong-shape" if theirs.ndim else "no-single-number"
            yield Finding(message, facts={**where, "got": str(ours.shape), "wanted": str(theirs.shape)})
            return


EXAMPLES = (
    example(np.ones((2, 3)), np.zeros((2, 3))),
    example(np.ones((3, 2)), np.ones((2, 3)), "wrong-shape"),
    example(np.ones((1, 2)), np.ones(2), "wrong-shape"),
    example(np.ones(1), 1.0, "no-single-number", returns="float"),
    example([1.0], 1.0, returns="float"),
    example([0, 1, 1], [0, 1], "wrong-shape", returns="ints"),
    example((1.0, np.ones(3)), (1.0, np.ones(2)), "wrong-shape", returns=("float", "array")),
)
