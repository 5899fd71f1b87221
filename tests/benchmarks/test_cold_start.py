"""Commands from cold, beside what Python itself costs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.benchmarks.answers import formula_questions
from tests.benchmarks.clock import in_turn, run
from tests.benchmarks.ledger import Ledger, Measure

pytestmark = pytest.mark.bench
ROUNDS = 15
NOTHING = [sys.executable, "-c", "pass"]
NUMPY = [sys.executable, "-c", "import numpy"]
DRILL = [sys.executable, "-m", "interview_drill"]
TELLTALE = """
from pathlib import Path
Path(__file__).with_name("imported").touch()
raise ImportError("the telltale has seen it")
"""


@pytest.fixture
def wrong_formula(tmp_path: Path) -> Path:
    """A file with one wrong answer: a misconception of the bank's longest sum."""
    question = next(one for one in formula_questions() if "sum" in one.task.key and one.misconceptions)
    file = tmp_path / "wrong.jsonl"
    file.write_text(json.dumps({"question": question.id, "answer": question.misconceptions[0].answer}) + "\n")
    return file


def test_list_from_cold(ledger: Ledger, tmp_path: Path):
    """`drill list` reads the index alone."""
    found = in_turn({"pass": NOTHING, "list": [*DRILL, "list"]}, ROUNDS, tmp_path)
    ledger.measures.append(Measure("drill list, cold", found["list"], "python -c pass", found["pass"]))
    assert run([*DRILL, "list"], tmp_path).returncode == 0


def test_check_of_a_wrong_formula_from_cold(ledger: Ledger, tmp_path: Path, wrong_formula: Path):
    """One wrong formula costs little more than NumPy."""
    check = [*DRILL, "check", str(wrong_formula)]
    assert run(check, tmp_path).returncode == 1
    found = in_turn({"numpy": NUMPY, "check": check}, ROUNDS, tmp_path)
    ledger.measures.append(
        Measure("drill check, a wrong formula, cold", found["check"], "import numpy", found["numpy"], "ratio 2.2")
    )


def test_a_wrong_formula_never_imports_sympy(tmp_path: Path, wrong_formula: Path):
    """A SymPy that tells whoever imports it stands first in the path, of the prover's process too."""
    (tmp_path / "sympy").mkdir()
    (tmp_path / "sympy" / "__init__.py").write_text(TELLTALE)
    checked = run([*DRILL, "check", str(wrong_formula)], tmp_path, PYTHONPATH=str(tmp_path))
    assert checked.returncode == 1, checked.stderr
    assert not (tmp_path / "sympy" / "imported").exists()
