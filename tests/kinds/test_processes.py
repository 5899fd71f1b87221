"""Judging in several processes: nothing is left running, however the work ends."""

import os
import signal
import subprocess
import sys
import time

import pytest

from interview_drill.kinds.processes import processes

SCRIPT = """
import os, time
from interview_drill.kinds.processes import processes
if __name__ == "__main__":
    with processes(2) as pool:
        print(*{pool.submit(os.getpid).result() for _ in range(4)}, flush=True)
        pool.submit(time.sleep, 60).result()
"""


def test_work_is_done_elsewhere():
    """And comes back."""
    with processes(1) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not sent there")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_running(tmp_path, ending):
    """Neither after Ctrl-C nor after a kill."""
    file = tmp_path / "work.py"
    file.write_text(SCRIPT)
    run = subprocess.Popen([sys.executable, str(file)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    workers = [int(pid) for pid in run.stdout.readline().split()]
    assert workers and all(map(alive, workers))
    run.send_signal(ending)
    run.wait(timeout=20)
    for _ in range(100):
        if not any(map(alive, workers)):
            break
        time.sleep(0.1)
    assert not any(map(alive, workers))
