"""Verdicts on many answers, without the diagnosis of wrong ones, which takes most of the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from interview_drill import kinds
from interview_drill.kinds import Settings, formula_verdicts
from interview_drill.question import Answer, Question
from interview_drill.verdict import Outcome, Verdict

SETTINGS = Settings(seed=1)


@contextmanager
def undiagnosed() -> Iterator[None]:
    """No relation is looked for, and no smallest counterexample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formula_verdicts, "relation", lambda *_: None)
        patch.setattr(formula_verdicts, "counterexample", lambda *_: None)
        yield


def judged(question: Question, text: str, notation: str | None = None) -> Verdict:
    """The verdict on an answer as typed, no misconception looked for."""
    return kinds.judge(replace(question, misconceptions=()), Answer(text, notation), SETTINGS)


def proved(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.CORRECT and verdict.evidence[0].method == "proved"
