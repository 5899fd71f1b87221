"""Sets: drills put together beforehand, by whoever keeps a bank; every question is there, none twice."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.bank.audit import audit
from interview_drill.bank.entries import QuestionSet

from .banks import SOUND, bank, write

SET = "name: {en: Mine, zh: 我的}\nquestions: [b, a]\n"


def with_set(root, text=SET, name="mine"):
    write(root, a=SOUND, b=SOUND)
    (root / "sets").mkdir(exist_ok=True)
    (root / "sets" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root


def test_a_set_keeps_its_own_order(tmp_path):
    """Also from the cache."""
    root = with_set(tmp_path)
    for _ in range(2):
        assert bank(root).sets() == [QuestionSet("mine", {"en": "Mine", "zh": "我的"}, ("b", "a"))]
    assert [entry.id for entry in bank(root).index()] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "check", "message", "line"),
    [
        (SET.replace("[b, a]", "[b, c]"), "set", "fault-set-unknown", 2),
        (SET.replace("[b, a]", "[a, a]"), "set", "fault-set-twice", 2),
        (SET.replace("questions", "question"), "read", "fault-key-unknown-near", 2),
        (SET.replace("[b, a]", "b"), "read", "fault-expected-list", 2),
        ("", "read", "fault-expected-mapping", 1),
    ],
)
def test_a_set_that_does_not_hold(tmp_path, text, check, message, line):
    """Its file, and the line of the mistake."""
    rows = [row for row in audit(bank(with_set(tmp_path, text))) if not row.ok]
    assert (check, message, line) in [(row.check, row.message, row.line) for row in rows]
    assert all(row.file.endswith("mine.yaml") for row in rows)


def test_a_name_is_taken_once(tmp_path):
    """Both files are named."""
    first, second = with_set(tmp_path / "one"), tmp_path / "two"
    (second / "sets").mkdir(parents=True)
    (second / "sets" / "mine.yaml").write_text(SET, encoding="utf-8")
    (fault,) = bank(first, second).catalogue.faults
    assert fault.message == "fault-set-taken" and "two" in fault.file and "one" in fault.facts["other"]


def test_a_teacher_makes_a_set_of_shipped_questions(tmp_path):
    """In a bank that holds nothing else."""
    (tmp_path / "sets").mkdir()
    text = "name: {zh: 第一课}\nquestions: [softmax-formula, sigmoid-formula]\n"
    (tmp_path / "sets" / "first-lesson.yaml").write_text(text, encoding="utf-8")
    opened = open_bank(extra=tmp_path)
    assert [one.questions for one in opened.sets() if one.id == "first-lesson"] == [
        ("softmax-formula", "sigmoid-formula")
    ]


def test_the_shipped_sets():
    """Four of them, each with the number of its questions."""
    found = {one.id: len(one.questions) for one in open_bank().sets()}
    assert found == {"aigc": 10, "exam": 26, "round": 10, "warm-up": 12}
