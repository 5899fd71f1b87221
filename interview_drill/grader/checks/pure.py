"""The caller's arrays come back untouched, and an answer handed over earlier stays what it was."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Reply, Trace
from interview_drill.grader.task import Declared, Examination


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    replies = [reply for reply in (trace.got, trace.again) if reply is not None]
    changed = {place for reply in replies for place in reply.changed}
    if changed:
        names = [trace.vector.arguments[place] for place in sorted(changed)]
        yield Finding("changed-input", facts={"names": names})
    elif any(reply.overwrote for reply in replies):
        yield Finding("overwrote-answer")


EXAMPLES = (
    example(np.ones(2), np.ones(2)),
    example(Reply("returned", np.ones(2), changed=(0,)), np.ones(2), "changed-input"),
    example(Reply("returned", np.ones(2), overwrote=True), np.ones(2), "overwrote-answer"),
)
