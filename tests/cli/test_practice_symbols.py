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


@pytest.mark.parametrize(
    ("bounds", "en", "zh"),
    [
        ({"low": 0.1, "high": 1}, "positive number", "正数"),
        ({"low": 0, "high": 5}, "nonnegative number", "非负数"),
        ({"low": 1, "high": 2000, "integer": True}, "whole number from 1", "从 1 起的整数"),
        ({"low": -1, "high": 1}, "number in [-1, 1]", "[-1, 1] 中的数"),
        ({"high": 3}, "number in [-∞, 3]", "[-∞, 3] 中的数"),
    ],
)
def test_how_far_numbers_are_drawn_is_no_condition_on_them(bounds, en, zh, monkeypatch):
    """A small ε is not told to lie above 0.1: of bounds on one side of 0 the sign is told."""
    for spoken, meaning in (("en", en), ("zh", zh)):
        monkeypatch.setattr(language, "_chosen", [spoken])
        assert list(described({"eps": Declaration("scalar", range=bounds)})) == [("ε", meaning)]


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
