"""Code answers from cold and by the folder, beside NumPy's import and a plain pytest file of the same vectors."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from interview_drill.bank import open_bank
from interview_drill.grader.recipes import draw
from interview_drill.kinds import kind
from interview_drill.question import Question
from tests.benchmarks.clock import Times, in_turn, run
from tests.benchmarks.ledger import Ledger, Measure
from tests.benchmarks.test_cold_start import DRILL, NUMPY, ROUNDS

pytestmark = pytest.mark.bench
SUBMISSIONS = 120
FOLDERS = 3
SEED = 7
PYTEST_FILE = """
import pickle
from pathlib import Path

import numpy as np
import pytest

from submission import {entry}

VECTORS = pickle.loads(Path(__file__).with_name("vectors.pickle").read_bytes())


@pytest.mark.parametrize("inputs, wanted", VECTORS)
def test_vector(inputs, wanted):
    np.testing.assert_allclose({entry}(*inputs), wanted, rtol=1e-6, atol=1e-7)
"""


@pytest.fixture
def question() -> Question:
    """The bank's first code question."""
    bank = open_bank()
    return next(bank.question(entry.id) for entry in bank.index() if entry.kind == "code")


@pytest.fixture
def right(tmp_path: Path, question: Question) -> Path:
    return submission(tmp_path / "right.py", question, question.task.key)


def submission(file: Path, question: Question, program: str) -> Path:
    file.write_text(f"# drill: {question.id}\n{program}", encoding="utf-8")
    return file


def test_one_right_program_from_cold(ledger: Ledger, tmp_path: Path, right: Path):
    """Isolation, oracle and vectors on top of NumPy."""
    check = [*DRILL, "check", str(right)]
    assert run(check, tmp_path).returncode == 0
    found = in_turn({"numpy": NUMPY, "check": check}, ROUNDS, tmp_path)
    ledger.measures.append(
        Measure("drill check, a right program, cold", found["check"], "import numpy", found["numpy"], "ratio 2.2")
    )


def test_a_folder_beside_pytest(ledger: Ledger, tmp_path: Path, question: Question):
    """Right and wrong programs by turns, on two cores; time per submission."""
    folder, plain = tmp_path / "folder", tmp_path / "plain"
    fill(folder, question)
    pytest_file(plain, question)
    commands = {
        "folder": [*DRILL, "check", str(folder), "--jobs", "2", "--seed", str(SEED), "--json"],
        "pytest": [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(plain)],
    }
    assert run(commands["pytest"], tmp_path).returncode == 0
    assert len(run(commands["folder"], tmp_path).stdout.splitlines()) == SUBMISSIONS
    found = in_turn(commands, FOLDERS, tmp_path)
    each = Times(tuple(seconds / SUBMISSIONS for seconds in found["folder"].seconds))
    name, goal = "drill check DIR --jobs 2, a submission", "16.7 ms (60 a second)"
    ledger.measures.append(Measure(name, each, "pytest, a submission", found["pytest"], goal))


def fill(folder: Path, question: Question) -> None:
    folder.mkdir()
    programs = [one.answer.text for one in kind("code").specimens(question) if one.field != "starter"]
    for place in range(SUBMISSIONS):
        submission(folder / f"submission{place:03}.py", question, programs[place % len(programs)])


def pytest_file(folder: Path, question: Question) -> None:
    """What a course would write: the same vectors, the key's values beside them."""
    folder.mkdir()
    space: dict[str, object] = {}
    exec(question.task.key, space)
    inputs = [vector.inputs for vector in draw(question.task.recipes, SEED)]
    vectors = [(each, space[question.task.entry](*each)) for each in inputs]
    (folder / "vectors.pickle").write_bytes(pickle.dumps(vectors))
    (folder / "submission.py").write_text(question.task.key, encoding="utf-8")
    (folder / "test_submission.py").write_text(PYTEST_FILE.format(entry=question.task.entry), encoding="utf-8")
