"""The same question earns the same answer when it is asked again."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Reply, Trace
from interview_drill.grader.task import Declared, Examination, Tolerance
from interview_drill.grader.values import same, shown

LAST_BITS = Tolerance(rtol=1e-9, atol=1e-12)
"""A sum may be taken in another order when an array lies elsewhere in memory."""


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    again = trace.again
    if again is None or not (again.returned and trace.got.returned):
        return
    if not same(trace.got.value, again.value, LAST_BITS):
        yield Finding("not-repeatable", facts={"got": shown(again.value), "first": shown(trace.got.value)})


EXAMPLES = (
    example(np.ones(2), np.ones(2)),
    example(np.ones(2), np.ones(2), again=Reply("returned", np.ones(2))),
    example(np.ones(2), np.ones(2), "not-repeatable", again=Reply("returned", np.zeros(2))),
    example(np.array([np.nan]), np.ones(1), again=Reply("returned", np.array([np.nan]))),
)
