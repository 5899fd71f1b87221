"""Every specimen of every formula question comes to the outcome that its author gave it, and most of the accepted are
proved."""

from __future__ import annotations

from collections import Counter

import pytest

from interview_drill import kinds
from interview_drill.formula import proof
from interview_drill.kinds.specimen import Specimen
from interview_drill.question import Question
from interview_drill.verdict import Outcome
from tests.formula.generators.keys import questions
from tests.formula.generators.verdicts import SETTINGS, proved

PROVED = 0.95
SPECIMENS = [(question, specimen) for question in questions() for specimen in kinds.kind("formula").specimens(question)]
accepted: Counter[str] = Counter()
sampled: list[str] = []


def _id(value: Question | Specimen) -> str:
    return value.id if isinstance(value, Question) else value.field


@pytest.mark.parametrize(("question", "specimen"), SPECIMENS, ids=_id)
def test_specimen_comes_to_its_outcome(question, specimen):
    verdict = kinds.judge(question, specimen.answer, SETTINGS)
    if verdict.outcome is Outcome.CORRECT:
        accepted["proved" if proved(verdict) else "sampled"] += 1
        if not proved(verdict):
            sampled.append(f"{question.id}: {specimen.answer.text}")
    assert verdict.outcome is specimen.outcome, specimen.answer.text
    assert specimen.misconception in (None, verdict.misconception)


def test_every_question_has_ten_specimens_and_more():
    found = Counter(question.id for question, _ in SPECIMENS)
    assert all(found[question.id] >= 10 for question in questions())


@pytest.mark.skipif(not proof.available(), reason="SymPy is not installed")
def test_most_accepted_specimens_are_proved(capsys):
    """Runs last: pytest keeps the order of a file."""
    whole = accepted.total()
    if whole < len(SPECIMENS) // 3:
        pytest.skip("only a part of the specimens was judged in this run")
    with capsys.disabled():
        print(
            f"\naccepted specimens: {whole}, proved {accepted['proved']} ({accepted['proved'] / whole:.1%}); sampled:"
        )
        print(*(f"  {text}" for text in sampled), sep="\n")
    assert accepted["proved"] >= PROVED * whole
