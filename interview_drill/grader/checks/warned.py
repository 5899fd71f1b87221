"""Warnings are advice, unless the stem forbids them: then right numbers earn partial credit."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Reply, Trace
from interview_drill.grader.task import Declared, Examination


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    for _, text in trace.got.warnings:
        forbidden = any(word in text for word in task.forbid_warnings)
        yield Finding("forbidden-warning" if forbidden else "warned", facts={"warning": text})


OVERFLOW = (("RuntimeWarning", "overflow encountered in exp"),)

EXAMPLES = (
    example(1.0, 1.0),
    example(Reply("returned", 1.0, warnings=OVERFLOW), 1.0, "warned"),
    example(Reply("returned", 1.0, warnings=OVERFLOW), 1.0, "forbidden-warning", forbid=("overflow",)),
)
