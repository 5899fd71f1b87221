"""A report of the grader -> a verdict: findings weighed by the rules for code questions.

Imported with the first answer, for it costs NumPy; what a question declares stands in code.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from interview_drill.errors import AnswerError
from interview_drill.grader.examining import examine
from interview_drill.grader.likeness import Near, nearest, twin
from interview_drill.grader.printing import Printed
from interview_drill.grader.report import Finding, Report
from interview_drill.grader.shrinking import shrunk
from interview_drill.kinds import Settings
from interview_drill.kinds.code_advice import advice, pointers
from interview_drill.kinds.code_signs import narrow, place
from interview_drill.question import Question
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

PARTIAL_SCORE = 0.5
MOST_SHOWN = 3
MOST_REMEMBERED = 32

_remembered: dict[tuple, Mapping[str, Report]] = {}


def decide(question: Question, source: str, settings: Settings) -> Verdict:
    """Run, weigh, and name the misconception behind what is not correct."""
    task = question.task
    report = examine(task.examination, source, settings.seed, settings.limit_s, settings.python)
    _readable(report, source, question)
    outcome = _outcome(report)
    if outcome is Outcome.CORRECT:
        return verdict(outcome, *_evidence(report, outcome), *advice(task, source, report))
    name, near = _likeness(question, report, settings)
    report = shrunk(task.examination, source, report, settings.python)
    beside = () if name else (*pointers(task, source), *near)
    return verdict(outcome, *_evidence(report, outcome), *beside, score=PARTIAL_SCORE, misconception=name)


def _outcome(report: Report) -> Outcome:
    if any(not finding.harmless for finding in report.findings):
        return Outcome.INCORRECT
    if any(finding.message == "forbidden-warning" for finding in report.findings):
        return Outcome.PARTIAL
    return Outcome.CORRECT


def _readable(report: Report, source: str, question: Question) -> None:
    """A program that cannot be read, or has no entry function, is no attempt."""
    first = report.findings[0] if report.findings else None
    if first is not None and first.message == "unreadable":
        _wide_sign(source, first)
        at = _offset(source, first.facts.get("line"))
        raise AnswerError("syntax-error", at, None, reason=first.facts["text"], line=first.facts.get("line") or 1)
    if first is not None and first.message == "no-entry":
        raise AnswerError("no-entry", signature=question.task.signature, entry=question.task.entry)


def _wide_sign(source: str, finding: Finding) -> None:
    """Python's own words for a full-width bracket are English, and say nothing of the one that is wanted."""
    found, line = narrow(finding.facts["text"]), finding.facts.get("line")
    if found:
        at = place(source, line if isinstance(line, int) else None, found[0])
        raise AnswerError("wide-sign", at, None, sign=found[0], narrow=found[1], line=line or 1)


def _offset(source: str, line: object) -> int | None:
    """Where that line's text begins."""
    lines = source.splitlines(keepends=True)
    if not isinstance(line, int) or not 0 < line <= len(lines):
        return None
    text = lines[line - 1]
    return sum(map(len, lines[: line - 1])) + len(text) - len(text.lstrip())


def _evidence(report: Report, outcome: Outcome) -> Iterator[Evidence]:
    """The decisive finding, what else is wrong (one of each sort), what the failing vectors share, then advice."""
    if outcome is Outcome.CORRECT:
        facts = {"count": len(report.traces), "level": report.level, "seed": report.seed}
        yield Evidence("vector", "all-vectors", facts)
    if report.unwritten:
        yield Evidence("vector", "starter-untouched")
    else:
        yield from _found(report)
    yield from _printed(report.printed)


def _found(report: Report) -> Iterator[Evidence]:
    for finding in _sorts(report.findings)[:MOST_SHOWN]:
        yield Evidence("vector", finding.message, _facts(finding, report))
    yield from _shared(report)


def _printed(printed: Printed) -> Iterator[Evidence]:
    if not printed.text.strip():
        return
    if printed.times > 1:
        yield Evidence("vector", "printed-again", {"text": printed.text, "times": printed.times})
    elif printed.lines:
        yield Evidence("vector", "printed-much", {"text": printed.text, "lines": printed.lines})
    else:
        yield Evidence("vector", "printed", {"text": printed.text})


def _sorts(findings: tuple[Finding, ...]) -> list[Finding]:
    """The first finding of each message: they come sorted, the smallest vector first."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.message, finding)
    return list(first.values())


def _facts(finding: Finding, report: Report) -> dict[str, object]:
    facts = dict(finding.facts)
    if "error" in facts:
        facts["exception"] = ": ".join(filter(None, [facts["error"], facts["text"]]))
    if report.shared is not None:
        facts["shared"] = [*report.shared.tags, *report.shared.recipes]
    return facts


def _shared(report: Report) -> Iterator[Evidence]:
    shared = report.shared
    if shared is None or shared.total < 2:
        return
    facts = {"names": list(shared.names), "failed": shared.failed, "total": shared.total}
    message = "fails-everywhere" if shared.failed == shared.total else "fails-only" if shared.whole else "fails-among"
    yield Evidence("vector", message, facts)


def _likeness(question: Question, report: Report, settings: Settings) -> tuple[str | None, list[Evidence]]:
    """The misconception whose program answers every vector as this one does; else what comes near, as questions."""
    if not report.complete or not question.misconceptions:
        return None, []
    programs, task = _wrong_programs(question, settings), question.task.examination
    name = twin(report, programs, task)
    return name, [] if name else [_asked(near, question) for near in nearest(report, programs, task)]


def _asked(near: Near, question: Question) -> Evidence:
    note = next(wrong.note for wrong in question.misconceptions if wrong.name == near.name)
    facts = {"name": near.name, "failed": near.failed, "note": dict(note)}
    return Evidence("vector", "comes-near", facts)


def _wrong_programs(question: Question, settings: Settings) -> Mapping[str, Report]:
    """How each misconception's program fares on this run's vectors, remembered for the run."""
    task = question.task.examination
    programs = tuple((wrong.name, wrong.answer) for wrong in question.misconceptions)
    known = (question.id, task.key, programs, repr(task.recipes), settings.seed, settings.python)
    if known not in _remembered:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.pop(next(iter(_remembered)))
        _remembered[known] = {
            name: examine(task, program, settings.seed, settings.limit_s, settings.python) for name, program in programs
        }
    return _remembered[known]
