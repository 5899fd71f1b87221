"""The floors: a room imports only rooms below it, engines know only the errors, and no room stands in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import interview_drill

PACKAGE = Path(interview_drill.__file__).parent
FLOORS = {
    "cli": 6,
    "practice": 5,
    "export": 5,
    "bank": 4,
    "solutions": 4.5,
    "kinds": 3,
    "formula": 2,
    "grader": 2,
    "memory": 2,
    "plot": 2,
    "feedback": 2,
    "errors": 0,
    "stack": 0,
    "question": 1,
    "verdict": 1,
    "source": 1,
}
"""Solutions stand on the bank's floor, and look across at it: which ids there are decides what a heading means."""
ENGINES = ("formula", "grader", "memory", "plot")
STARTED_BY_PATH = ("grader/worker.py", "formula/prover.py")
"""Files that run in processes of their own, and are never imported."""


def name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


MODULES = sorted(PACKAGE.rglob("*.py"))
WORKER = sorted([PACKAGE / "grader" / "worker.py", *(PACKAGE / "grader" / "layers").glob("*.py")])
"""What the candidate's process is made of."""


def room(module: str) -> str | None:
    """The room of a dotted module of ours; None for another package's, or the package itself."""
    parts = module.split(".")
    return parts[1] if parts[0] == "interview_drill" and len(parts) > 1 else None


def imported(file: Path) -> set[str]:
    """Every module of ours that a file imports, anywhere in it, by its full name."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(file)}: relative imports hide the floor"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {module for module in found if module.split(".")[0] == "interview_drill"}


def own_room(file: Path) -> str:
    return name(file).split("/")[0].removesuffix(".py")


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_room_imports_only_lower_floors(file):
    """Its own room, and rooms whose floor is lower."""
    mine = own_room(file)
    if mine not in FLOORS:
        return
    above = {other for other in map(room, imported(file)) if other in FLOORS and other != mine}
    assert not {other for other in above if FLOORS[other] >= FLOORS[mine]}


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_knows_only_the_errors(engine):
    """So that it can be used, tested and replaced without the rest of the house."""
    for file in (PACKAGE / engine).rglob("*.py"):
        assert {room(module) for module in imported(file)} <= {engine, "errors", None}, name(file)


def test_feedback_knows_only_questions_and_verdicts():
    """Words are made from facts alone."""
    for file in (PACKAGE / "feedback").rglob("*.py"):
        assert {room(module) for module in imported(file)} <= {"feedback", "question", "verdict"}, name(file)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_nobody_imports_what_runs_in_a_process_of_its_own(file):
    """The candidate's process holds no bank, no oracle, no expected value."""
    forbidden = {"interview_drill." + path.removesuffix(".py").replace("/", ".") for path in STARTED_BY_PATH}
    assert not imported(file) & forbidden


@pytest.mark.parametrize("file", WORKER, ids=name)
def test_the_worker_imports_nothing_of_ours_but_its_layers(file):
    """Whatever else it could reach, a candidate could reach too."""
    assert {module for module in imported(file) if not module.startswith("interview_drill.grader.layers")} <= {
        "interview_drill.grader"
    }


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_no_room_prints_but_the_screen(file):
    """What is printed goes through one place, which makes it harmless."""
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "print" not in calls or name(file) in ("cli/screen.py", *STARTED_BY_PATH)


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_nothing_is_evaluated(file):
    """No eval, exec or pickle anywhere but in the worker, which runs candidates."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    if file not in WORKER:
        assert not calls & {"eval", "exec", "compile"} and not modules & {"pickle", "marshal", "shelve"}


def test_the_package_names_no_question():
    """YAML alone describes a question: no id of the bank stands in the code (messages may give one as an example)."""
    from interview_drill.bank import open_bank

    ids = {entry.id for entry in open_bank().index()}
    strings = {
        (name(file), node.value)
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ids
    }
    assert not strings


@pytest.mark.parametrize("file", [*MODULES, *Path(__file__).parent.rglob("*.py")], ids=lambda file: file.stem)
def test_modules_can_be_read_in_one_sitting(file):
    """300 lines at most, tests too."""
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
