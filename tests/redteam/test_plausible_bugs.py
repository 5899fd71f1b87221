"""Bugs that the bank's authors did not write down: none of them is taken for right, on a seed that nobody chose.

`python -m pytest -s` prints how many there are and how many earn a misconception's note, whole or as a question.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from interview_drill.bank import open_bank
from interview_drill.kinds import Settings, judge
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

FILE = Path(__file__).with_name("plausible_bugs.yaml")
BUGS = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SEED = 90210


def fate(verdict):
    near = any(evidence.message == "comes-near" for evidence in verdict.evidence)
    return "named" if verdict.misconception else "asked about" if near else "told by its vector"


@pytest.mark.parametrize("question_id", BUGS)
def test_no_plausible_bug_is_right(question_id):
    """Each dies, by a finding about its numbers, its form or its inputs."""
    question = open_bank().question(question_id)
    verdicts = [judge(question, Answer(program), Settings(SEED)) for program in BUGS[question_id]]
    alive = [
        program
        for program, found in zip(BUGS[question_id], verdicts, strict=True)
        if found.outcome is not Outcome.INCORRECT
    ]
    assert alive == []
    print(f"\n{question_id}: {len(verdicts)} bugs", dict(Counter(map(fate, verdicts))))


def test_every_code_question_has_some():
    """Enough of them to mean something."""
    asked = {entry.id for entry in open_bank().index() if entry.kind == "code"}
    assert set(BUGS) <= asked
    assert sum(map(len, BUGS.values())) >= 150
