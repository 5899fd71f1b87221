"""What the shipped bank holds itself to, beyond what every bank must: enough witnesses, enough wrong ideas."""

from contextlib import suppress

import pytest

from interview_drill.bank import open_bank
from interview_drill.errors import AnswerError
from interview_drill.formula.comparing import compare
from interview_drill.kinds import choice
from interview_drill.kinds.code import wrong_programs

BANK = open_bank()
ENTRIES = BANK.catalogue.entries


def of_kind(*kinds):
    ids = [entry.id for entry in ENTRIES if entry.kind in kinds]
    return pytest.mark.parametrize("question", [BANK.question(id) for id in ids], ids=ids)


def notation(task, text):
    """What an equivalent is taken for, by the first form that can read it."""
    for form in (task, *task.forms):
        with suppress(AnswerError):
            return compare(text, form).notation
    raise AssertionError(text)


@of_kind("formula")
def test_a_formula_has_many_witnesses(question):
    """Eight equivalents in three notations, four misconceptions."""
    assert len(question.task.equivalents) >= 8
    notations = {notation(question.task, text) for text in question.task.equivalents}
    assert len(notations) >= 3, notations
    assert len(question.misconceptions) >= 4


@of_kind("code")
def test_a_program_has_many_wrong_siblings(question):
    """Eight, named and unnamed."""
    assert len(wrong_programs(question)) >= 8


@of_kind("choice")
def test_a_choice_has_three_wrong_options(question):
    """Each answered by its own note."""
    wrong = choice.misconceptions(question.task)
    assert len(wrong) >= 3
    for language in ("en", "zh"):
        assert len({one.note[language] for one in wrong}) == len(wrong)


@of_kind("concept")
def test_an_open_question_is_answered_aloud(question):
    """In sixty to a hundred and twenty English words; its wrong claims are said as somebody would."""
    assert 60 <= len(question.task.spoken["en"].split()) <= 120
    assert len(question.task.points) >= 2
    assert all(one.claim for one in question.misconceptions)


def test_every_question_has_hints_and_names_wrong_ideas():
    """From a nudge to the last step; at least three wrong ideas."""
    questions = [BANK.question(entry.id) for entry in ENTRIES]
    assert [one.id for one in questions if not one.hints or len(one.misconceptions) < 3] == []
