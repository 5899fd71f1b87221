"""Commits graded answers one by one; loaded only where a record was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from interview_drill.cli import screen
from interview_drill.cli.keeping import Keeping
from interview_drill.cli.language import words
from interview_drill.practice.clock import clock
from interview_drill.practice.events import Moment
from interview_drill.practice.recording import recorded
from interview_drill.practice.visit import Visit
from interview_drill.question import Answer, Question
from interview_drill.verdict import Verdict


@contextmanager
def recording() -> Iterator[Recorder]:
    """An open record; how many answers are on it is told at the end."""
    recorder = Recorder()
    try:
        yield recorder
    finally:
        screen.note(words("check-recorded", count=recorder.close()))


class Recorder:
    """An open progress file and the visits of this run."""

    def __init__(self) -> None:
        self._count = 0
        self._keeping, self._clock = Keeping(), clock()
        self._visits: dict[str, Visit] = {}

    def add(self, question: Question, answer: Answer, verdict: Verdict, seed: int) -> None:
        """Commit one answer at once."""
        now = self._clock()
        visit = self._visits.get(question.id) or Visit(str(uuid4()), question, now)
        self._visits[question.id], review = recorded(visit, answer, verdict, seed, Moment(now, str(uuid4())))
        if review:
            self._keeping.record(review)
            self._count += 1

    def close(self) -> int:
        """Close the file; how many answers are in it."""
        lost = self._keeping.close()
        return self._count - lost if self._keeping.lasting else 0
