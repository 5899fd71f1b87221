"""Whether two programs behave alike: which wrong idea a wrong answer follows."""

from __future__ import annotations

from collections.abc import Mapping

from interview_drill.grader.report import Reply, Report
from interview_drill.grader.task import Tolerance
from interview_drill.grader.values import same


def twin(report: Report, others: Mapping[str, Report], tolerance: Tolerance) -> str | None:
    """The name of the program that answers exactly as this one does on every vector; None where none, or several do.

    Warnings decide between programs that answer alike, and they must agree where the numbers are right: nothing else
    tells such programs from the key.
    """
    alike = [name for name, other in others.items() if _alike(report, other, tolerance)]
    exact = [name for name in alike if _warned(report) == _warned(others[name])]
    harmless = all(finding.harmless for finding in report.findings)
    if len(exact) == 1 or harmless:
        return exact[0] if len(exact) == 1 else None
    return alike[0] if len(alike) == 1 else None


def _alike(one: Report, other: Report, tolerance: Tolerance) -> bool:
    if len(one.traces) != len(other.traces) or not one.traces:
        return False
    pairs = zip(one.traces, other.traces, strict=True)
    return all(_same_reply(a.got, b.got, tolerance) for a, b in pairs)


def _same_reply(one: Reply, other: Reply, tolerance: Tolerance) -> bool:
    if (one.status, one.error, one.changed) != (other.status, other.error, other.changed):
        return False
    return not one.returned or same(one.value, other.value, tolerance)


def _warned(report: Report) -> list[frozenset[tuple[str, str]]]:
    return [frozenset(trace.got.warnings) for trace in report.traces]
