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

FILES = ("plausible_bugs", "edge_bugs")
ASKED = [
    (question_id, programs)
    for name in FILES
    for question_id, programs in yaml.safe_load(
        Path(__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    ).items()
]
SEED = 90210


def fate(verdict):
    near = any(evidence.message == "comes-near" for evidence in verdict.evidence)
    return "named" if verdict.misconception else "asked about" if near else "told by its vector"


@pytest.mark.parametrize(("question_id", "programs"), ASKED, ids=[question_id for question_id, _ in ASKED])
def test_no_plausible_bug_is_right(question_id, programs):
    """Each dies, by a finding about its numbers, its form or its inputs."""
    question = open_bank().question(question_id)
    verdicts = [judge(question, Answer(program), Settings(SEED)) for program in programs]
    alive = [
        program
        for program, found in zip(programs, verdicts, strict=True)
        if found.outcome is not Outcome.INCORRECT
    ]
    assert alive == []
    print(f"\n{question_id}: {len(verdicts)} bugs", dict(Counter(map(fate, verdicts))))


def test_every_code_question_has_some():
    """Enough of them to mean something."""
    asked = {entry.id for entry in open_bank().index() if entry.kind == "code"}
    assert {question_id for question_id, _ in ASKED} <= asked
    assert sum(len(programs) for _, programs in ASKED) >= 200
