"""What a newcomer meets: the top level, the Makefile, the program that `make` installs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOP = {
    "pyproject.toml",
    "README.md",
    "interview_drill",
    "questions",
    "tests",
    "Makefile",
    "LICENSE",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
}

OUTSIDE_MAKE = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
"""These tests may run under `make test`; a make inside a make talks about its folders."""

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return listed.stdout.splitlines()


def test_the_top_level_is_exactly_what_it_should_be():
    """Nothing lies about at the top: hidden files, the licence and the three texts besides."""
    top = {name.split("/")[0] for name in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_make_alone_prints_what_there_is():
    """A bare `make` is a list, and installs nothing."""
    printed = subprocess.run(["make", "-s"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("install", "practice", "test", "lint", "bank", "bench"):
        assert f"make {target}" in printed


def test_ci_runs_the_commands_of_the_readme():
    """CI proves what the README promises: tests, lint and the bank's audit."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert all(f"make {target}" in script for target in ("test", "lint", "bank"))


def fake_project(folder: Path) -> Path:
    """A copy of the Makefile with an installed stamp and an interpreter of our own, in an awkwardly named folder."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (folder / ".venv" / "installed").touch()
    return folder


@pytest.mark.parametrize(("code", "seen"), [(0, 0), (1, 0), (3, 0), (130, 0), (2, 2), (4, 2)])
def test_a_finished_session_is_no_error_of_make(tmp_path, code, seen):
    """Wrong answers and leaving early are no failures of Make; a usage error is."""
    project = fake_project(tmp_path / "面试 题")
    (project / "interview_drill").mkdir()
    (project / "interview_drill" / "__main__.py").write_text(f"raise SystemExit({code})")
    run = subprocess.run(["make", "practice"], cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == seen
    assert ("***" in run.stderr) == bool(seen)


def test_arguments_reach_the_program(tmp_path):
    """`make practice ARGS="softmax --lang zh"` hands its words on."""
    project = fake_project(tmp_path / "a b")
    (project / "interview_drill").mkdir()
    (project / "interview_drill" / "__main__.py").write_text("import sys; print(sys.argv[1:])")
    command = ["make", "practice", "ARGS=softmax --lang zh"]
    run = subprocess.run(command, cwd=project, env=OUTSIDE_MAKE, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['practice', 'softmax', '--lang', 'zh']"


def test_a_missing_python_is_said_in_one_line(tmp_path):
    """Where no Python from 3.11 to 3.14 is found, one sentence says what to do."""
    empty = tmp_path / "bin"
    empty.mkdir()
    script = [shutil.which("sh"), str(ROOT / ".make" / "venv.sh"), str(tmp_path / "venv")]
    run = subprocess.run(script, env={"PATH": str(empty)}, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert run.stdout == "" and len(run.stderr.splitlines()) == 1 and "3.11" in run.stderr


def test_a_missing_venv_module_is_said_in_one_line(tmp_path):
    """Debian ships venv apart: the sentence names the package."""
    script = tmp_path / "python3"
    script.write_text(f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n')
    script.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    command = ["sh", str(ROOT / ".make" / "venv.sh"), str(tmp_path / "venv")]
    run = subprocess.run(command, env={"PATH": path}, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1 and "-venv" in run.stderr
