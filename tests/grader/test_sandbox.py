"""The supervisor: started once, gone with its owner, and honest about what it can do."""

import os
import signal
import subprocess
import sys
import time

import pytest

from interview_drill.errors import SandboxError
from interview_drill.grader import sandbox
from interview_drill.grader.interpreter import interpreter
from interview_drill.grader.isolation import isolation
from tests.grader.programs import KEY, run, wrong

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="code answers need WSL there")

OWNER = """
import sys, time
from interview_drill.grader.sandbox import supervisor
from interview_drill.grader.trial import Trial
with Trial(supervisor(), 60.0) as trial:
    print(supervisor().process.pid, supervisor().folder, flush=True)
    trial.load("while True: pass", "f")
"""


def test_the_level_is_stated_and_never_silently_lower(monkeypatch):
    """Switched off, it says so, and says what that costs."""
    monkeypatch.setenv("DRILL_SANDBOX", "process")
    assert isolation() == {"level": "process only", "notes": ["sandbox-note-switched-off"]}


def test_an_interpreter_that_is_not_there_is_named():
    """`--python` with a typing mistake."""
    assert isolation("/no/such/python")["notes"] == ["sandbox-python"]
    with pytest.raises(SandboxError, match="sandbox-python"):
        interpreter("/no/such/python")


def test_another_interpreter_may_run_the_answers():
    """`--python` names one; here it is this one under its own path."""
    assert isolation(sys.executable)["level"] in ("kernel sandbox", "process only")


def test_one_supervisor_serves_all_answers():
    """NumPy is loaded once a process."""
    run(KEY)
    first = sandbox.supervisor().process.pid
    run(KEY)
    assert sandbox.supervisor().process.pid == first


def test_a_supervisor_that_was_killed_is_replaced():
    """Someone's kill -9 costs nobody an answer."""
    run(KEY)
    killed = sandbox.supervisor()
    killed.process.kill()
    killed.process.wait()
    assert not wrong(run(KEY))
    assert not os.path.exists(killed.folder)


def test_a_fork_of_the_owner_starts_its_own():
    """Two processes never talk over the same pipes."""
    run(KEY)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = int(wrong(run(KEY)))
        finally:
            sandbox.close_all()
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not wrong(run(KEY))


def test_a_killed_owner_leaves_nothing_running():
    """kill -9 in the middle of an answer: the supervisor hears the silence, ends its child and goes."""
    owner = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, text=True)
    supervisor, folder = owner.stdout.readline().split()
    time.sleep(0.2)
    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and (_alive(int(supervisor)) or os.path.exists(folder)):
        time.sleep(0.02)
    assert not _alive(int(supervisor))
    assert not os.path.exists(folder)


def _alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", "rb") as line:
            return line.read().rpartition(b")")[2].split()[0] != b"Z"
    except OSError:
        return False
