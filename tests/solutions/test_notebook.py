"""Notebooks: one module of all cells; headings name the questions."""

import json


def cells(*pairs):
    return json.dumps({"cells": [{"cell_type": kind, "source": text.splitlines(True)} for kind, text in pairs]})


def test_the_functions_of_all_cells(rows):
    """Imports, definitions and literals; magics, prints and plots are left out; the last definition wins."""
    text = cells(
        ("code", "%matplotlib inline\nimport numpy as np\nEPS = 1e-9\ndata = np.zeros(3)\nprint(data)"),
        ("code", "!pip install x\ndef relu(x):\n    return x"),
        ("code", "%%timeit\nrelu(3)"),
        ("code", "def relu(x):\n    return np.maximum(x, 0)\nplt.plot([1])"),
        ("code", "not python at all ("),
    )
    (row,) = rows("a.ipynb", text)
    assert (row.question, row.cell, row.line) == ("relu-code", 3, None)
    space = {}
    exec(row.answer.text, space)
    assert space["relu"](-1) == 0 and space["EPS"] == 1e-9
    assert "print" not in row.answer.text and "plt" not in row.answer.text and "zeros" not in row.answer.text


def test_headings_name_questions(rows):
    """A formula stands in its text cell; a program is the whole module."""
    text = cells(
        ("markdown", "# Intro\n"),
        ("markdown", "## relu-formula\n$$\\max(0,x)$$"),
        ("markdown", "## relu-code"),
        ("code", "import numpy as np"),
        ("code", "def relu(x):\n    return np.maximum(x, 0)"),
    )
    formula, code = rows("a.ipynb", text)
    assert (formula.question, formula.answer.text, formula.cell) == ("relu-formula", "\\max(0,x)", 1)
    assert (code.question, code.cell) == ("relu-code", 2) and "def relu" in code.answer.text


def test_what_is_no_notebook_is_a_row(rows):
    """Not a traceback."""
    for text in ("", "{}", "[]", "3", '{"cells": 3}', '{"cells": [3]}', "{"):
        (row,) = rows("a.ipynb", text)
        assert row.fault[0] == "file-not-notebook"
