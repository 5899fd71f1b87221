"""Full-width signs in a program: named, with the half-width one to type, and a caret under the place."""

import pytest

from interview_drill.feedback import speak
from interview_drill.kinds import judge
from interview_drill.question import Answer
from tests.kinds.asking import SETTINGS
from tests.kinds.coding import question


@pytest.mark.parametrize(
    ("program", "line", "narrow", "before"),
    [
        ("def sigmoid（x）:\n    return x", 1, "(", "def sigmoid"),
        ("def sigmoid(x)：\n    return x", 1, ":", "def sigmoid(x)"),
        ("def sigmoid(x):\n    return np.exp(x，x)", 2, ",", "def sigmoid(x):\n    return np.exp(x"),
        ("def sigmoid(x):\n    return x[“a”]", 2, '"', "def sigmoid(x):\n    return x["),
        ("def sigmoid(x):\n    print('（'); return （x)", 2, "(", "def sigmoid(x):\n    print('（'); return "),
    ],
)
def test_a_wide_sign_is_named_with_its_half_width_form(program, line, narrow, before):
    """In both languages, without Python's English words; what is quoted may hold any sign."""
    asked = question()
    found = judge(asked, Answer(program), SETTINGS)
    facts = found.evidence[0].facts
    assert (found.evidence[0].message, facts["line"], facts["narrow"], facts["at"]) == (
        "wide-sign", line, narrow, len(before)
    )  # fmt: skip
    for language in ("en", "zh"):
        (said,) = speak(found, asked, language).lines
        assert f"`{narrow}`" in said and "invalid" not in said


@pytest.mark.parametrize("program", ["def sigmoid(x):\n    return (x", "def sigmoid(x)\n    return x", "x = 1 € 2"])
def test_other_mistakes_are_told_as_python_does(program):
    assert judge(question(), Answer(program), SETTINGS).evidence[0].message == "syntax-error"


def test_a_wide_sign_in_a_comment_or_a_text_is_none():
    """Only what Python stumbles over."""
    program = "def sigmoid(x):  # （稳定）\n    '，'\n    return 0.5 * (1 + np.tanh(x / 2))"
    assert judge(question(), Answer(program), SETTINGS).outcome == "correct"
