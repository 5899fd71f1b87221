"""The symbols of a formula question in words: what is given, never what is asked for."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.cli import language
from interview_drill.cli.symbols import described, printed
from interview_drill.formula.scope import Declaration


@pytest.mark.parametrize(
    ("name", "spellings", "expected"),
    [
        ("z", (), "z"),
        ("y_hat", (), "ŷ"),
        ("sigma", (), "σ"),
        ("W_f", (), "W_f"),
        ("C_tilde", (), "C̃"),
        ("eps", (), "ε"),
        ("h_prev", ("h_{t-1}", "h_last"), "hₜ₋₁"),
    ],
)
def test_a_name_as_mathematics(name, spellings, expected):
    """Hats, Greek letters and subscripts; a name for the keyboard as the stem writes it."""
    assert printed(name, Declaration("array", ("n",), spellings=spellings)) == expected


def test_a_side_of_two_terms_stands_in_brackets(monkeypatch):
    """H × (H + D) is no sum."""
    monkeypatch.setattr(language, "_chosen", ["en"])
    ((_, meaning),) = described({"W": Declaration("array", ("H", "H+D"))})
    assert r"$H \times (H+D)$" in meaning


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
