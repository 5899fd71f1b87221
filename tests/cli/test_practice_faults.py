"""A disk that is full and a folder that cannot be written, by real limits: told once, and the session goes on."""

import ctypes
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.cli.practising import BANK, PROGRAM, environment, pipe

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of a process as Linux has them")
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
CHOICE, OPEN = "capital-choice", "label-concept"
LONG = "the true class, said at length; " * 500
SESSION = f"{LONG}\n.\n80\ny\ny\nleft-end\nboth-ends\n"


def held(home, before):
    """A session of both questions in a process that `before` restricts."""
    command = [*PROGRAM, OPEN, CHOICE, "--bank", str(BANK), "--seed", "7"]
    surroundings = environment(home, DRILL_LANG="en")
    return subprocess.run(
        command, input=SESSION, capture_output=True, text=True, env=surroundings, preexec_fn=before, check=False
    )


def ordinary():
    """Root may write anywhere; without this capability it is held to the folder's mode like anybody."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE)


def whole(home):
    """The answers in the file, which passes SQLite's own check."""
    with closing(sqlite3.connect(home / "progress.sqlite")) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [answer for (answer,) in opened.execute("SELECT answer FROM reviews ORDER BY ordinal")]


def went_on(run):
    """Whether the session came to its end: both questions asked, judged and counted."""
    return "You ticked 2 of 2" in run.stdout and "Answered: 2." in run.stdout and "Traceback" not in run.stderr


@pytest.fixture
def home(tmp_path):
    """A state folder with one answer on record."""
    assert pipe(tmp_path / "home", "both-ends\n", CHOICE).returncode == 0
    yield tmp_path / "home"
    (tmp_path / "home").chmod(0o755)


def test_a_full_disk(home):
    """No file may grow: the answers are held, the trouble is told once, the file is as it was."""
    most = (home / "progress.sqlite").stat().st_size
    run = held(home, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert run.stderr.count("cannot be written") == 1 and run.stderr.count(str(home)) == 1
    assert went_on(run) and run.returncode == 1
    assert whole(home) == ["both-ends"]


def test_a_disk_that_has_room_again(home):
    """What could not be kept costs nothing later: the next session writes as ever."""
    most = (home / "progress.sqlite").stat().st_size
    held(home, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    run = held(home, None)
    assert went_on(run) and "cannot be written" not in run.stderr
    assert whole(home) == ["both-ends", LONG, "", "left-end", "both-ends"]


@pytest.mark.parametrize("mode", [0o444, 0o644])
def test_a_folder_that_is_read_only(home, mode):
    """Neither the file nor a journal beside it can be written: what was learned is known, the session goes on."""
    (home / "progress.sqlite").chmod(mode)
    home.chmod(0o555)
    run = held(home, ordinary)
    assert run.stderr.count("cannot be written") == 1
    assert went_on(run) and run.returncode == 1
    assert whole(home) == ["both-ends"]


def test_an_empty_folder_that_is_read_only(tmp_path):
    """There is no file, and none can be begun."""
    tmp_path.chmod(0o555)
    run = held(tmp_path, ordinary)
    tmp_path.chmod(0o755)
    assert run.stderr.count("cannot be used") == 1
    assert went_on(run) and not (tmp_path / "progress.sqlite").exists()


@pytest.mark.parametrize("most", [0, 4096, 20_000])
def test_a_disk_that_is_full_from_the_start(tmp_path, most):
    """The file cannot even be begun: why is said, once."""
    run = held(tmp_path, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert run.stderr.count("cannot be used") == 1 and "rollback" not in run.stderr
    assert went_on(run)
