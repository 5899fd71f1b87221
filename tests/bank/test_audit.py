"""The audit: break any one thing of a sound question, and it says so at its place."""

import pytest

from interview_drill import kinds
from interview_drill.bank import Bank
from interview_drill.bank.audit import audit
from interview_drill.bank.files import files
from interview_drill.kinds import Settings, choice
from interview_drill.kinds.specimen import Specimen
from interview_drill.question import Answer
from interview_drill.verdict import Outcome, verdict

from .banks import SOUND, bank, write

CLOZE = """\
kind: cloze
level: 1
title: {en: T, zh: 题}
stem: {en: Fill in., zh: 填空。}
hints: [{en: h, zh: 提}]
text: {en: "a {{one}} b", zh: "甲 {{one}} 乙"}
blanks: {one: {accept: [right]}}
misconceptions:
  - {name: m1, answer: wrong, note: {en: n, zh: 注}}
  - {name: m2, answer: false one, note: {en: n, zh: 注}}
  - {name: m3, answer: other, note: {en: n, zh: 注}}
"""


def rows(root, **options):
    return list(audit(bank(root), **options))


def failed(root):
    return [(row.message, row.line, row.column) for row in rows(root) if not row.ok]


def test_a_sound_question_passes_every_check(tmp_path):
    """Static checks, the key and each wrong option are rows of their own."""
    found = rows(write(tmp_path, a=SOUND, b=CLOZE))
    assert all(row.ok and row.message is None for row in found)
    assert {row.check for row in found if row.question == "a"} >= {"translations", "key", "options.first"}
    assert {row.check for row in found if row.question == "b"} >= {"blanks.one", "misconceptions.2.answer"}


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("key: right", "key: first", "fault-key-not-first", 12),
        ("key: right", "key: rihgt", "fault-not-an-option", 12),
        ("{en: Title, zh: 标题}", "{en: Title}", "fault-language-missing", 4),
        ("{en: Not a., zh: 不是甲。}", "{zh: 不是甲。}", "fault-language-missing", 9),
        ("{en: b, zh: 乙}", "{en: a, zh: 乙}", "fault-options-alike", 10),
        ("{en: Which?, zh: 哪个？}", "{en: Which $x?, zh: 哪个？}", "fault-dollar", 5),
    ],
)
def test_a_broken_choice_is_found(tmp_path, old, new, message, line):
    """A key, an option, a translation, a hint: each mistake with its line."""
    assert old in SOUND
    assert (message, line) in [row[:2] for row in failed(write(tmp_path, a=SOUND.replace(old, new)))]


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("hints: [{en: Think., zh: 想想。}]\n", "no-hints"),
        ("  third: {text: {en: c, zh: 丙}, why: {en: Not c., zh: 不是丙。}}\n", "few-misconceptions"),
    ],
)
def test_what_the_shipped_bank_demands_is_advice_to_others(tmp_path, old, message):
    """A hint and three wrong ideas make a question worth asking; without them it is still one."""
    root = write(tmp_path, a=SOUND.replace(old, ""))
    (row,) = [row for row in rows(root) if row.message]
    assert row.ok and row.message == f"advice-{message}"
    shipped = Bank(root, (files(root, shipped=True),))
    assert [row.message for row in audit(shipped) if not row.ok] == [f"fault-{message}"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("accept: [right]", "accept: [wrong]", "fault-outcome"),
        ("answer: other", "answer: wrong", "fault-misconception"),
        ("answer: other", "answer: Right", "fault-outcome"),
        ("name: m3", "name: m1", "fault-name-twice"),
        ('zh: "甲 {{one}} 乙"', 'zh: "甲 乙"', "fault-blank"),
    ],
)
def test_a_broken_cloze_is_found(tmp_path, old, new, message):
    """Specimens are judged as a learner's answers are."""
    assert old in CLOZE
    assert message in [row[0] for row in failed(write(tmp_path, a=CLOZE.replace(old, new)))]


def test_a_missing_parent_is_an_advice(tmp_path):
    """It does not fail; a circle does."""
    (row,) = [row for row in rows(write(tmp_path / "x", a="parent: b\n" + SOUND)) if row.message]
    assert row.ok and row.message == "advice-parent-missing"
    root = write(tmp_path / "y", a="parent: b\n" + SOUND, b="parent: a\n" + SOUND)
    assert [row[0] for row in failed(root)] == ["fault-parent-circle"] * 2


def test_the_order_names_every_question_once(tmp_path):
    """What is missing, double or unknown is a fault of the order's file."""
    root = write(tmp_path, a=SOUND, b=SOUND)
    (root / "order.yaml").write_text("- a\n- a\n- c\n")
    assert sorted(row[0] for row in failed(root)) == [
        "fault-order-missing",
        "fault-order-twice",
        "fault-order-twice",
        "fault-order-unknown",
    ]


def test_faults_of_reading_are_rows_and_the_rest_is_judged(tmp_path):
    """A broken file does not hide the others."""
    found = rows(write(tmp_path, a="kind: choice\n", b=SOUND))
    assert any(row.question == "a" and not row.ok for row in found)
    assert any(row.question == "b" and row.check == "key" and row.ok for row in found)


def test_only_the_named_questions(tmp_path):
    """An author checks one file."""
    root = write(tmp_path, a=SOUND, b="kind: none")
    assert {row.question for row in rows(root, ids=["a"])} == {"a"}


def test_several_processes_say_the_same(tmp_path):
    """In the same order."""
    root = write(tmp_path, a=SOUND, b=CLOZE)
    assert rows(root, jobs=2) == rows(root)


def test_a_specimen_of_many_seeds_holds_on_each(tmp_path, monkeypatch):
    """The audit's own seed and those after it; the first that fails is named, and no other is judged."""
    asked = []

    def judge(_question, answer, settings):
        asked.append(settings.seed)
        return verdict(Outcome.INCORRECT if settings.seed == 9 else Outcome.CORRECT)

    monkeypatch.setattr(kinds, "judge", judge)
    monkeypatch.setattr(choice, "specimens", lambda _: [Specimen("key", Answer("a"), Outcome.CORRECT, seeds=20)])
    found = rows(write(tmp_path, a=SOUND), settings=Settings(seed=7))
    (row,) = [row for row in found if row.check == "key"]
    assert asked == [7, 8, 9]
    assert (row.ok, row.message, row.facts["seed"]) == (False, "fault-outcome-seed", 9)
