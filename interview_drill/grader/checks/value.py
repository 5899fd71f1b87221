"""The answer has to have the key's numbers, within the question's tolerance; a measured answer, the key's quality.

A measure of a single number says which numbers count as the same: there the number itself is what is told.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Trace
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.values import close, shown, worst


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    if trace.measured is not None:
        yield from _measured(trace, task)
        return
    for place, ours, theirs in fitting.pairs(trace, task):
        if not np.all(close(ours, theirs, task.tolerance)):
            yield _differs(trace, task, place, ours, theirs)
            return


def _differs(trace: Trace, task: Examination, place: int, ours: np.ndarray, theirs: np.ndarray) -> Finding:
    index = worst(ours, theirs, task.tolerance)
    where = {"part": place, "index": list(index), "place": fitting.subscript(task, place, index)}
    wanted = fitting.due(trace, task, theirs, index)
    return Finding("wrong-value", facts={**where, "got": shown(ours[index]), "wanted": wanted})


def _measured(trace: Trace, task: Examination) -> Iterator[Finding]:
    wanted, got = trace.measured
    if got is not None and np.all(close(np.asarray(got), np.asarray(wanted), task.tolerance)):
        return
    (place, ours, theirs), *_ = fitting.pairs(trace, task)
    if ours.ndim == 0:
        yield _differs(trace, task, place, ours, theirs)
        return
    facts = {"got": shown(trace.got.value), "wanted": shown(trace.wanted.value)}
    if got is None or np.isnan(got):
        yield Finding("out-of-range", facts=facts)
        return
    yield Finding("worse-answer", facts={**facts, "measured": shown(got), "best": shown(wanted)})


EXAMPLES = (
    example(np.ones(2), np.ones(2)),
    example(np.ones(2) + 1e-9, np.ones(2)),
    example(np.ones(2) + 1e-3, np.ones(2), "wrong-value"),
    example(np.array([np.nan]), np.array([np.nan]), "wrong-value"),
    example(float("inf"), float("inf"), returns="float"),
    example(float("inf"), float("-inf"), "wrong-value", returns="float"),
    example((1.0, np.zeros(2)), (1.0, np.ones(2)), "wrong-value", returns=("float", "array")),
    example([0, 1], [1, 1], returns="ints", measured=(3.0, 3.0)),
    example([0, 1], [1, 1], "worse-answer", returns="ints", measured=(3.0, 2.0)),
    example(2.89, 1.2, "wrong-value", returns="float", measured=(1.2, 2.89)),
    example(23.0, 27.6, returns="float", measured=(10.0, 10.0)),
    example([0, 9], [1, 1], "out-of-range", returns="ints", measured=(3.0, None)),
    example([0, 9], [1, 1], "out-of-range", returns="ints", measured=(3.0, float("nan"))),
    example([0, 1], [1, 1], "worse-answer", returns="ints", measured=(3.0, float("-inf"))),
)
