"""Declared as shift-invariance: a constant added to the arguments named changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks.example import Example, example
from interview_drill.grader.report import Finding, Probes, Reply, Trace
from interview_drill.grader.task import Declared, Examination, Tolerance
from interview_drill.grader.values import same, shown

ROUGHLY = Tolerance(rtol=1e-5, atol=1e-6)


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    moved = trace.probes.moved
    if declared is None or moved is None or not trace.got.returned:
        return
    if not moved.returned or not same(trace.got.value, moved.value, ROUGHLY):
        facts = {"names": list(declared.with_respect_to), "first": shown(trace.got.value)}
        yield Finding("not-shift-invariant", facts={**facts, "got": shown(moved.value)})


OF_X = Declared("shift-invariance", with_respect_to=("x",))


def _example(moved: Reply, *messages: str) -> Example:
    return example(np.ones(2), None, *messages, declared=OF_X, probes=Probes(moved=moved))


EXAMPLES = (
    example(np.ones(2), None, declared=OF_X),
    _example(Reply("returned", np.ones(2))),
    _example(Reply("returned", np.ones(2) * 2), "not-shift-invariant"),
    _example(Reply("raised"), "not-shift-invariant"),
)
