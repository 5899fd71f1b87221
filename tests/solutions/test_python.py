"""Python files: a header, --question, or the functions defined say what is answered."""

import pytest

RELU = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"
NAIVE = "def sigmoid(x):\n    return 1 / (1 + 2.7 ** -x)\n\n\n"
LSTM = "def lstm_step(x, h, c, *w):\n    return sigmoid(x), c\n"


def graded(found):
    return [row.question for row in found if row.helper is None and row.fault is None]


def helpers(found):
    return [row.helper for row in found if row.helper]


@pytest.mark.parametrize(
    "header", ["# drill: softmax-code", "#drill:softmax-code", "# Drill：softmax-code", "# drill: softmax-code  # mine"]
)
def test_the_header_says_it(rows, header):
    """Whatever the functions are called; the whole file is the program."""
    (row,) = rows("a.py", f"{header}\n{RELU}")
    assert row.question == "softmax-code" and row.line == 1
    assert row.answer.text == f"{header}\n{RELU}"


def test_the_option_says_it(rows):
    """Over a header."""
    assert graded(rows("a.py", "# drill: relu-code\n" + RELU, question="softmax-code")) == ["softmax-code"]


def test_entry_functions_say_it(rows):
    """Every code question whose entry function the file defines, with the line it begins in."""
    found = rows("a.py", RELU + NAIVE)
    assert [(row.question, row.line) for row in found] == [("relu-code", 4), ("sigmoid-code", 6)]


def test_what_another_function_calls_is_a_helper(rows):
    """It is listed, and not graded on its own."""
    found = rows("lstm.py", NAIVE + LSTM)
    assert graded(found) == ["lstm-code"] and helpers(found) == ["sigmoid"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NAIVE + "print(sigmoid(0))\n", ["sigmoid-code"]),
        (NAIVE + "def test():\n    assert sigmoid(0) == 0.5\n", []),
        (NAIVE + "class Net:\n    def forward(self, x):\n        return sigmoid(x)\n", []),
        (NAIVE + "def other(sigmoid):\n    return sigmoid(0)\n", ["sigmoid-code"]),
        ("def sigmoid(x):\n    return 1 - sigmoid(-x) if x < 0 else 1\n", ["sigmoid-code"]),
        ("sigmoid = lambda x: x\n", ["sigmoid-code"]),
        ("def mine(x):\n    return x\nsigmoid = mine\n", ["sigmoid-code"]),
        ("sigmoid = 3\n", []),
        ("from scipy.special import expit as sigmoid\n", []),
        ("try:\n    import numpy\nexcept ImportError:\n    def sigmoid(x):\n        return x\n", ["sigmoid-code"]),
        ("def outer():\n    def sigmoid(x):\n        return x\n", []),
    ],
)
def test_what_counts_as_defined_and_called(rows, text, expected):
    """Definitions on the top level; uses in functions other than itself, unless a name of their own hides it."""
    assert graded(rows("a.py", text)) == expected


def test_a_file_that_is_no_python_is_a_row(rows):
    """One row at its line, however the question is known and however many the file names."""
    broken = "x = 1\ndef relu(x: return 1\n"
    headers = "# drill: relu-code\n# drill: softmax-code\n"
    found = [*rows("a.py", broken), *rows("a.py", headers + broken), *rows("a.py", broken, question="relu-code")]
    assert [(row.fault[0], row.line) for row in found] == [("file-not-python", line) for line in (2, 4, 2)]


def test_a_formula_in_a_python_file_has_a_reader_of_its_own(rows):
    """It says more of what is wrong than that the file is no program."""
    (row,) = rows("a.py", "# drill: sigmoid-formula\n1/(1 + np.exp(-x)\n")
    assert row.fault is None and row.question == "sigmoid-formula"


def test_nothing_of_ours_gives_no_row(rows):
    """The command line says that there was nothing to grade."""
    assert rows("a.py", "print('hello')\n") == []
