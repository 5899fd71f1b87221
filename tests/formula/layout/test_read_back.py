"""What is shown as "I read" can be typed: it is read as the same answer again."""

from __future__ import annotations

import pytest

from interview_drill import kinds
from interview_drill.bank import open_bank
from interview_drill.kinds import Settings
from interview_drill.question import Answer
from interview_drill.verdict import Outcome, Verdict

SETTINGS = Settings(seed=1)
FORMULAS = [entry.id for entry in open_bank().index() if entry.kind == "formula"]
SHOWN_OF_EACH = 6
"""Right answers of each question, the key first; their notations differ."""


def parsed(verdict: Verdict) -> str | None:
    return next((str(each.facts["parsed"]) for each in verdict.evidence if "parsed" in each.facts), None)


@pytest.mark.parametrize("id", FORMULAS)
def test_what_was_read_is_read_again(id):
    """One line of text that a sheet could carry: no bracket missing that would change the answer."""
    question = open_bank().question(id)
    right = [each for each in kinds.kind("formula").specimens(question) if each.outcome is Outcome.CORRECT]
    for specimen in right[:SHOWN_OF_EACH]:
        shown = parsed(kinds.judge(question, specimen.answer, SETTINGS))
        if shown is not None:
            again = kinds.judge(question, Answer(shown), SETTINGS)
            assert again.outcome is Outcome.CORRECT, (specimen.answer.text, shown)
