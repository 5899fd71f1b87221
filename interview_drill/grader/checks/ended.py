"""The call has to come back: no exception, no death of the process, no time-out, no foreign bytes on the pipe."""

from __future__ import annotations

from collections.abc import Iterator

from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Reply, Trace
from interview_drill.grader.task import Declared, Examination


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    for reply in (trace.got, trace.again):
        if reply is not None and not reply.returned:
            outside = reply.status == "raised" and reply.line is None
            yield Finding("raised-in-call" if outside else reply.status, facts=facts(reply))
            return


def facts(reply: Reply) -> dict[str, object]:
    """What a program raised; nothing for other ends."""
    if reply.status != "raised":
        return {}
    return {"error": reply.error, "text": reply.text, "line": reply.line}


EXAMPLES = (
    example(1.0, 1.0),
    example(Reply("raised", error="ValueError", text="shapes", line=3), 1.0, "raised"),
    example(Reply("died"), 1.0, "died"),
    example(Reply("timed-out"), 1.0, "timed-out"),
    example(Reply("garbled"), 1.0, "garbled"),
    example(1.0, 1.0, "raised-in-call", again=Reply("raised", error="TypeError")),
)
