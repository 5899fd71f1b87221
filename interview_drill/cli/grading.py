"""From solution files to graded lines: read, judge (on several cores if asked), and the exit code."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from functools import partial
from itertools import chain

from interview_drill import kinds
from interview_drill.bank import Bank
from interview_drill.cli.exit_codes import EXIT_CODES, REFUSED, gravest
from interview_drill.cli.lookup import unknown
from interview_drill.errors import UsageError
from interview_drill.feedback import Feedback, speak
from interview_drill.kinds import Settings
from interview_drill.kinds.processes import processes
from interview_drill.question import Question
from interview_drill.solutions import Row, read
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

SCHEMA = 1


@dataclass(frozen=True)
class Line:
    """One row with its verdict.

    `refused` marks what could not be graded at all (no such question, a file that cannot be parsed): its verdict is
    unreadable, and it costs exit code 2.
    """

    row: Row
    verdict: Verdict
    question: Question | None = None
    refused: bool = False
    seed: int = 0
    elapsed_ms: float = 0.0

    @property
    def self_assessed(self) -> bool:
        """Whether this has no effect on the exit code: an open question waits for its author's own ticks."""
        return any(evidence.method == "self" for evidence in self.verdict.evidence)

    def feedback(self, language: str) -> Feedback:
        return speak(self.verdict, self.question, language)

    def json(self, language: str) -> dict[str, object]:
        """The line that `--json` prints."""
        spoken = self.feedback(language)
        return {
            "schema": SCHEMA,
            "row": self.row.number,
            "source": {"file": self.row.file, "line": self.row.line, "cell": self.row.cell},
            "id": self.row.id,
            "question": self.row.question,
            "kind": self.question.kind if self.question else ("formula" if self.row.expected is not None else None),
            "outcome": self.verdict.outcome.value,
            "score": self.verdict.score,
            "misconception": self.verdict.misconception,
            "evidence": [
                {"method": e.method, "message": e.message, "facts": dict(e.facts)} for e in self.verdict.evidence
            ],
            "feedback": [*spoken.lines, *([spoken.hint] if spoken.hint else [])] or [spoken.headline],
            "seed": self.seed,
            "elapsed_ms": round(self.elapsed_ms, 3),
        }


def rows(bank: Bank, paths: Sequence[str], question: str | None) -> Iterator[Row]:
    """All rows of all paths, numbered in input order; helpers, which get no line, get no number of their own.

    Raises UsageError before the first row for a missing path.
    """
    number = 1
    for row in chain.from_iterable([read(path, bank, question=question) for path in paths]):
        yield row.numbered(number)
        number += row.helper is None


def grade(
    bank: Bank, asked: Iterable[Row], settings: Settings, jobs: int = 1, unordered: bool = False
) -> Iterator[Line]:
    """A line a row, in input order unless `unordered`. Helpers in a file are the caller's to mention."""
    work = partial(grade_row, settings=settings)
    pairs = ((row, _question(bank, row)) for row in asked)
    if jobs == 1:
        yield from (work(row, found) for row, found in pairs)
        return
    with processes(jobs) as pool:
        waiting = [pool.submit(work, row, found) for row, found in pairs]
        yield from (done.result() for done in (as_completed(waiting) if unordered else waiting))


def _question(bank: Bank, row: Row) -> Question | UsageError | None:
    """The question of a row, None where two free formulas are compared, the error where there is no such question."""
    if row.question is None or row.fault is not None:
        return None
    if row.question not in bank:
        return unknown("unknown-question", bank, question=row.question)
    return bank.question(row.question)


def grade_row(row: Row, question: Question | UsageError | None, settings: Settings) -> Line:
    """Judge one row; the time runs from the text to the verdict, not over the first import of an engine."""
    if row.fault is not None:
        return _refused(row, settings, *row.fault)
    if isinstance(question, UsageError):
        return _refused(row, settings, "unknown-question", question.facts, *_nearest(question.facts))
    kind = kinds.kind(question.kind if question else "formula")
    kinds.warm(kind)
    waited, start = kinds.waited(kind), time.perf_counter()
    if question is None:
        found = kinds.judge_pair(row.expected, row.answer, row.symbols, settings)
    else:
        found = kinds.judge(question, row.answer, settings)
    elapsed_s = time.perf_counter() - start - (kinds.waited(kind) - waited)
    return Line(row, found, question, seed=settings.seed, elapsed_ms=elapsed_s * 1000)


def _nearest(facts: Mapping[str, object]) -> Iterator[Evidence]:
    """The names that an unknown one may have meant."""
    if "nearest" in facts:
        yield Evidence("match", "nearest-names", {"nearest": facts["nearest"]})


def _refused(row: Row, settings: Settings, message: str, facts: Mapping[str, object], *more: Evidence) -> Line:
    found = verdict(Outcome.UNREADABLE, Evidence("match", message, facts), *more)
    return Line(row, found, refused=True, seed=settings.seed)


def exit_code(graded: Iterable[Line]) -> int:
    """The gravest of the lines' codes."""
    return gravest(
        REFUSED if line.refused else EXIT_CODES[line.verdict.outcome] for line in graded if not line.self_assessed
    )
