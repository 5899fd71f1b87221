"""From solution files to graded lines: read, judge (on several cores if asked), and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from interview_drill.bank import Bank
from interview_drill.cli.exit_codes import EXIT_CODES, REFUSED, gravest
from interview_drill.cli.lookup import unknown
from interview_drill.errors import UsageError
from interview_drill.feedback import Feedback, speak
from interview_drill.kinds import Settings
from interview_drill.kinds.timing import Pair, timed
from interview_drill.question import Answer, Question
from interview_drill.solutions import Row, read
from interview_drill.stack import with_room
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

SCHEMA = 1


class Line(Struct, frozen=True):
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
    """All rows of all paths, numbered in input order; what gets no line (see `Row.aside`) gets no number of its own.

    Raises UsageError before the first row for a missing path.
    """
    number = 1
    for row in chain.from_iterable([read(path, bank, question=question) for path in paths]):
        yield row.numbered(number)
        number += not row.aside


def grade(
    bank: Bank, asked: Iterable[Row], settings: Settings, jobs: int = 1, unordered: bool = False
) -> Iterator[Line]:
    """A line a row, in input order unless `unordered`. What a file holds aside is the caller's to mention."""
    tasks = (_Task(row, _question(bank, row), settings) for row in asked)
    if jobs == 1:
        yield from (task.line() for task in tasks)
        return
    from interview_drill.kinds.processes import processes  # costs multiprocessing, which one file can do without

    with processes(jobs) as pool:
        waiting = [task.submitted(pool) for task in tasks]
        yield from (task.line() for task in (_as_completed(waiting) if unordered else waiting))


class _Task(Struct, frozen=True):
    """A row on its way to its line: its question (an error where it names none), and the verdict in the making."""

    row: Row
    question: Question | UsageError | None
    settings: Settings
    verdict: Future[tuple[Verdict, float]] | None = None

    @property
    def refused(self) -> bool:
        return self.row.fault is not None or isinstance(self.question, UsageError)

    def submitted(self, pool: Executor) -> _Task:
        return self if self.refused else replace(self, verdict=pool.submit(with_room, partial(timed, *self._asked())))

    def line(self) -> Line:
        """The line; judged here, where no other process was asked to."""
        if self.row.fault is not None:
            return _refused(self.row, self.settings, *self.row.fault)
        if isinstance(self.question, UsageError):
            facts = self.question.facts
            return _refused(self.row, self.settings, "unknown-question", facts, *_nearest(facts))
        found, elapsed_ms = timed(*self._asked()) if self.verdict is None else self.verdict.result()
        return Line(self.row, found, self.question, seed=self.settings.seed, elapsed_ms=elapsed_ms)

    def _asked(self) -> tuple[Question | Pair, Answer, Settings]:
        return self.question or Pair(self.row.expected, self.row.symbols), self.row.answer, self.settings


def _as_completed(waiting: Sequence[_Task]) -> Iterator[_Task]:
    """What needs no verdict first, then one after the other as their verdicts come in."""
    from concurrent.futures import as_completed  # costs logging, which one file can do without

    yield from (task for task in waiting if task.refused)
    by_verdict = {task.verdict: task for task in waiting if not task.refused}
    yield from (by_verdict[done] for done in as_completed(by_verdict))


def _question(bank: Bank, row: Row) -> Question | UsageError | None:
    """The question of a row, None where two free formulas are compared, the error where there is no such question."""
    if row.question is None or row.fault is not None:
        return None
    if row.question not in bank:
        return unknown("unknown-question", bank, question=row.question)
    return bank.question(row.question)


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
