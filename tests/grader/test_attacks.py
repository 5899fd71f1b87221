"""No program gets more than its numbers deserve, touches anything, or outlives its answer."""

import os
import sys
import time
from pathlib import Path

import pytest

import interview_drill
from interview_drill.grader import sandbox
from tests import redteam
from tests.grader.programs import KEY, alive, descendants, messages, run, wrong

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the layers and /proc are Linux's")

LIMIT_S = 1.0
SLACK_S = 3.0
ANYTHING = "anything but correct"


def during(body: str) -> str:
    """A right softmax that does something else first, in every call."""
    return KEY.replace("    e =", f"    {body}\n    e =", 1)


@pytest.fixture(params=["kernel sandbox", "process only"])
def level(request, monkeypatch):
    """Both levels of isolation, one after the other."""
    if request.param == "process only":
        monkeypatch.setenv("DRILL_SANDBOX", "process")
    return request.param


def contention():
    """How many times longer work takes here, at this moment, than its CPU time: others may want the cores too."""
    wall, cpu = time.monotonic(), time.process_time()
    sum(range(1_000_000))
    return max(1.0, (time.monotonic() - wall) / max(time.process_time() - cpu, 1e-3))


def attack(source):
    """Run it, and hold what must hold for every program: its limit, and that nothing of it is left."""
    before, began = contention(), time.monotonic()
    report = run(source, limit_s=LIMIT_S)
    took = time.monotonic() - began
    assert took < LIMIT_S + SLACK_S * max(before, contention())
    assert not descendants(sandbox.supervisor().process.pid)
    return report


@pytest.mark.parametrize("name", [*redteam.family("hang"), *redteam.family("die"), *redteam.family("lie")])
def test_no_lie_is_accepted_and_no_fault_passes(name, level):
    """At either level: wrong, for the reason it should be, within its limit, and gone.

    Where the limit of processes stands in for the kernel's filter, no thread starts: it counts them too.
    """
    source, message = redteam.read(name)
    report = attack(source)
    assert wrong(report), messages(report)
    threadless = "threading" in source and level == "process only" and os.geteuid() != 0
    assert message == ANYTHING or report.findings[0].message in {message, "raised-at-load" if threadless else message}
    assert report.level == level


def test_there_are_enough_of_them():
    """A family that lost its files would pass in silence."""
    counts = {family: len(redteam.family(family)) for family in redteam.FAMILIES}
    assert min(counts.values()) >= 2
    assert sum(counts.values()) >= 60


@pytest.fixture
def canary(tmp_path):
    file = tmp_path / "canary"
    file.write_text("alive")
    return file


@pytest.mark.parametrize("name", redteam.family("touch"))
def test_the_kernel_lets_no_program_out(name, canary):
    """The system call fails, and the user's folder is as it was."""
    package = str(Path(interview_drill.__file__).parents[1])
    places = {"CANARY": str(canary), "FOLDER": str(canary.parent), "WORKER": str(sandbox.WORKER), "PACKAGE": package}
    source, message = redteam.read(name, **places)
    before = canary.stat()
    assert messages(attack(source))[:1] == [message]
    assert os.listdir(canary.parent) == ["canary"]
    after = canary.stat()
    assert (canary.read_text(), before.st_mode, before.st_mtime_ns) == ("alive", after.st_mode, after.st_mtime_ns)


def test_a_daemon_is_gone_with_the_answer(level):
    """A grandchild in a session of its own falls to the supervisor, which ends it (the kernel lets none start)."""
    source, message = redteam.read("tree/daemon")
    starts = level == "process only" and os.geteuid() == 0
    assert messages(attack(source)) == [message if starts else "raised-at-load"]


def test_a_fork_bomb_is_stopped(level):
    """Where the kernel does not refuse, the limit of processes does."""
    if level == "process only" and os.geteuid() == 0:
        pytest.skip("root ignores RLIMIT_NPROC: a bomb would hit the machine that runs the tests")
    source, message = redteam.read("tree/bomb")
    assert messages(attack(source)) == [message]


@pytest.mark.parametrize("number", ["SIGKILL", "SIGSTOP"])
def test_a_program_that_turns_on_its_supervisor_is_ended_all_the_same(number, level):
    """By the parent, which knows its process; without the kernel's layers nothing keeps it from trying."""
    source = f"""
import ctypes, os, signal, time
print(os.getpid(), flush=True)
ctypes.CDLL(None).prctl(1, 0, 0, 0, 0)
def softmax(x, axis=-1):
    try: os.kill(os.getppid(), signal.{number})
    except OSError: pass
    time.sleep(60)
"""
    report = attack(source)
    assert messages(report)[0] in ("timed-out", "died")
    deadline = time.monotonic() + SLACK_S  # an orphan is killed, but nobody here can wait for it
    while alive(int(report.printed.text)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not alive(int(report.printed.text))
    assert not wrong(attack(KEY))


def test_the_environment_is_scrubbed(monkeypatch, level):
    """No secret of the shell's reaches a program, nor the paths of the user's Python."""
    monkeypatch.setenv("DRILL_SECRET", "1")
    sandbox.close_all()
    allowed = "'_NUM_THREADS', 'VECLIB_MAXIMUM_THREADS', 'LC_CTYPE'"
    fine = f"assert all(name.endswith(({allowed})) for name in os.environ), os.environ"
    report = attack("import os\n" + during(fine))
    assert not wrong(report), report.findings


def test_prints_are_kept_capped_and_harmless():
    """The learner sees what the program printed, and no escape sequence reaches the terminal."""
    report = attack(during("print('\\x1b[2Jhi' + 'x' * 3000)"))
    assert not wrong(report)
    assert "hi" in report.printed.text
    assert "\x1b" not in report.printed.text
    assert len(report.printed.text) <= 2000


def test_the_next_answer_after_an_attack_is_graded():
    """A killed child leaves the supervisor as it was."""
    attack(redteam.read("hang/loop_in_a_call")[0])
    assert not wrong(attack(KEY))


def test_random_numbers_differ_between_programs():
    """A fork inherits the supervisor's generators: each reseeds them."""
    source = during("print(np.random.random(), __import__('random').random())")
    first, second = attack(source).printed.text, attack(source).printed.text
    assert first.splitlines()[0] != second.splitlines()[0]
