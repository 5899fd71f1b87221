"""A starter ends with an example to run: it calls the function on a vector of the question, and is not graded."""

import ast
import runpy

import numpy as np
import pytest

from interview_drill.bank import open_bank
from interview_drill.grader.task import Draw, Examination, Recipe
from interview_drill.kinds import Settings, code, judge
from interview_drill.kinds.code_example import example
from interview_drill.question import Answer
from interview_drill.verdict import Outcome

BANK = open_bank()
CODE = [entry.id for entry in BANK.index() if entry.kind == "code"]


def task(entry="f", **draws):
    recipe = Recipe("some", {name: Draw(**draw) for name, draw in draws.items()})
    return Examination(entry, f"f({', '.join(draws)})", "array", "", (recipe,))


@pytest.mark.parametrize("id", CODE)
def test_the_key_runs_on_the_example(tmp_path, capsys, id):
    """A starter whose function is filled in with the key prints something, and is graded as the key is."""
    question = BANK.question(id)
    start = code.starter(question, "en")
    shown = example(question.task)
    assert shown and start.endswith(shown)
    file = tmp_path / "answer.py"
    file.write_text(f"import numpy as np\n{question.task.key}\n\n{shown}", encoding="utf-8")
    runpy.run_path(str(file), run_name="__main__")
    assert capsys.readouterr().out.strip()
    assert judge(question, Answer(file.read_text(encoding="utf-8")), Settings(1)).outcome is Outcome.CORRECT


def test_arrays_and_scalars_are_literals():
    """Types other than NumPy's usual ones are named; floats are rounded for reading."""
    draws = {
        "a": {"value": [1.25, -0.5], "dtype": "float32"},
        "b": {"value": True},
        "c": {"constant": 2, "shape": (2,), "dtype": "int64"},
        "d": {"normal": (0.0, 1.0)},
    }
    names = {"np": np, "f": lambda *given: given, "__name__": "__main__"}
    text = example(task(**draws))
    exec(text.replace("print(", "shown = ("), names)
    a, b, c, d = names["shown"]
    assert (a.dtype, a.tolist(), b, c.tolist()) == (np.float32, [1.25, -0.5], True, [2, 2])
    assert type(d) is float and d == round(d, 2)


@pytest.mark.parametrize(
    "asked",
    [
        task(x={"normal": (0.0, 1.0), "shape": (61,)}),
        task(x={"constant": float("inf"), "shape": (2,)}),
        task(x={"normal": (0.0, 1.0), "shape": ("N",)}),
        task(**{"x = __import__('os')": {"value": 1}}),
        task(entry="f(1) or f", x={"value": 1}),
    ],
    ids=["long", "infinite", "no such size", "a name that is code", "an entry that is code"],
)
def test_no_example_where_none_can_be_read(asked):
    """Nor where a hostile bank would have something run."""
    assert example(asked) == ""


@pytest.mark.parametrize("id", CODE)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_closing_quotes_stand_alone(id, language):
    """And the whole is Python."""
    text = code.starter(BANK.question(id), language)
    ast.parse(text)
    assert [line.strip() for line in text.splitlines() if '"""' in line][1] == '"""'
