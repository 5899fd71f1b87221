"""Candidates for mock interviews: they know the key or do not, and take their time by a fake clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from interview_drill.bank import open_bank
from interview_drill.cli import interview, language
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.pool import Filters, wished
from interview_drill.cli.prompt.asking import Asking
from interview_drill.cli.prompt.interviewing import Interviewing
from interview_drill.cli.prompt.typed import Typed
from interview_drill.kinds import Settings, kind
from interview_drill.practice.visit import Stage
from interview_drill.question import Question

BANK = Path(__file__).with_name("interview_bank")
START = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)


def right(question: Question) -> str:
    """The key, as it would be typed."""
    return next(one.answer.text for one in kind(question.kind).specimens(question) if one.outcome == "correct")


def wrong(question: Question) -> str:
    """What the first misconception says."""
    return question.misconceptions[0].answer


@dataclass
class Candidate:
    """`knows` says which questions; the others are answered wrong, and mended after the hint where `learns` says so.

    Everything typed takes `pace` of the clock.
    """

    knows: object
    learns: object = lambda question: False
    pace: timedelta = timedelta(seconds=50)
    interactive: bool = False
    seen: bool = True
    now: datetime = START
    asked: list[str] = field(default_factory=list)
    session: object = None

    def clock(self) -> datetime:
        return self.now

    def read(self, asking: Asking) -> Typed:
        self.now += self.pace
        visit = self.session().visit
        if visit.question.id not in self.asked:
            self.asked.append(visit.question.id)
        return Typed(self._said(visit))

    def _said(self, visit) -> str:
        question = visit.question
        known = self.knows(question) or (visit.mending and self.learns(question))
        if visit.stage is Stage.SURE:
            return "80"
        if visit.stage is Stage.TICK:
            return "y" if known else "n"
        if question.kind == "concept":
            return "The factor is positive."
        return right(question) if known else wrong(question)


def held(candidate: Candidate, home: Path, monkeypatch, names=(), minutes=30, target=None, seed=7, lang="en") -> int:
    """Hold an interview over the bank of these tests, in this process; its exit code."""
    monkeypatch.setenv("DRILL_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "80")
    language.choose(lang)

    class Watched(Interviewing):
        def __init__(self, *arguments):
            super().__init__(*arguments)
            candidate.session = lambda: self.session

    monkeypatch.setattr(interview, "Interviewing", Watched)
    bank, settings = open_bank(alone=BANK), Settings(seed=seed)
    trees = interview.trees(*wished(bank, Filters(list(names))), seed)
    keeping = Keeping()
    try:
        plan = interview.Plan(minutes, target)
        return interview.hold(plan, trees, bank, keeping, candidate, candidate.clock, settings)
    finally:
        keeping.close()
        language._chosen.clear()
