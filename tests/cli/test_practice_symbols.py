"""The symbols of a formula question in words: what is given, never what is asked for."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli import language
from interview_drill.cli.symbols import described, latex


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("z", "z"),
        ("y_hat", r"\hat{y}"),
        ("sigma", r"\sigma"),
        ("W_f", "W_{f}"),
        ("C_tilde", r"\tilde{C}"),
        ("eps", r"\varepsilon"),
    ],
)
def test_a_name_as_mathematics(name, expected):
    """Hats, Greek letters and subscripts."""
    assert latex(name) == expected


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_every_formula_question_says_what_its_symbols_are(spoken, monkeypatch):
    """No declaration of the bank lacks words."""
    monkeypatch.setattr(language, "_chosen", [spoken])
    bank = open_bank()
    questions = [bank.question(entry.id) for entry in bank.index() if entry.kind == "formula"]
    assert all(meaning for question in questions for _, meaning in described(question.task.symbols))


def test_abbreviations_are_not_given_away():
    """Their values may be half of the answer."""
    bank = open_bank()
    for entry in bank.index():
        if entry.kind == "formula":
            task = bank.question(entry.id).task
            shown = len(list(described(task.symbols)))
            assert shown == sum(declared.type != "value" for declared in task.symbols.values())
