"""The supervisor process, one an interpreter: started once, asked to fork a child for each program.

No NumPy here, so that the worker can load its own while this process loads it too.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from interview_drill.errors import SandboxError
from interview_drill.grader.interpreter import Interpreter, interpreter

WORKER = Path(__file__).with_name("worker.py")
PATIENCE_S = 20.0
"""How long the supervisor may take to start or to clear its child away, before the machine is to blame."""

ONE_THREAD = tuple(f"{library}_NUM_THREADS" for library in ("OPENBLAS", "OMP", "MKL", "NUMEXPR"))
"""Landlock and seccomp bind the calling thread alone, so there must be no other when they are put on."""

PR_SET_DUMPABLE = 4


def kernel_wanted() -> bool:
    """DRILL_SANDBOX=process leaves the kernel's layers off, to see what they add."""
    return os.environ.get("DRILL_SANDBOX") != "process"


class Supervisor:
    """A running worker: `fork(pipes)` starts a child, `end()` ends it and all that it started."""

    def __init__(self, python: Interpreter, kernel: bool) -> None:
        if not hasattr(os, "fork"):
            raise SandboxError("sandbox-windows")
        _hide()
        self.owner = os.getpid()
        self.lock = threading.RLock()
        self.folder = tempfile.mkdtemp(prefix="drill-")
        self.control, theirs = socket.socketpair()
        self.control.settimeout(PATIENCE_S)
        self.process = _start(python, kernel, theirs, self.folder)
        self._up = False
        self._child = 0

    def fork(self, pipes: tuple[int, int, int, int]) -> None:
        """Start a child that reads requests, writes replies, prints and finds its arrays there; SandboxError if not."""
        with self._blamed():
            if not self._up:
                self._up = self._told(1) == b"U"
            socket.send_fds(self.control, [b"R"], pipes)
            self._child = int.from_bytes(self._told(4), "big")

    def end(self) -> None:
        """Kill the child and its descendants; returns once none is left.

        Without the kernel's layers a program may have stopped or killed the supervisor: its own end is seen to first.
        """
        child, self._child = self._child, 0
        if child:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child, signal.SIGKILL)
        if not self.alive:
            return
        with self._blamed():
            self.process.send_signal(signal.SIGCONT)
            self.control.sendall(b"E")
            self._told(1)

    def _told(self, count: int) -> bytes:
        told = b""
        while len(told) < count:
            part = self.control.recv(count - len(told))
            if not part:
                raise ConnectionResetError("the supervisor is gone")
            told += part
        return told

    @contextlib.contextmanager
    def _blamed(self):
        try:
            yield
        except OSError as error:
            self.close()
            raise SandboxError("sandbox-failed", reason=str(error)) from error

    @property
    def alive(self) -> bool:
        return self.owner == os.getpid() and self.process.poll() is None and self.control.fileno() >= 0

    def close(self) -> None:
        """End it; a supervisor that hears nothing any more clears its child away by itself."""
        if self.owner != os.getpid():
            return
        self._part()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(2)
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.control.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _part(self) -> None:
        """Say nothing more and wait for the other end to close: sooner heard of than a process's end is polled."""
        with contextlib.suppress(OSError):
            self.control.shutdown(socket.SHUT_WR)
            self.control.settimeout(2)
            while self.control.recv(64):
                pass


def _start(python: Interpreter, kernel: bool, theirs: socket.socket, folder: str) -> subprocess.Popen:
    config = {"paths": [python.site], "kernel": kernel, "readable": python.readable() if kernel else []}
    number = theirs.fileno()
    kept = ["-B"] if sys.dont_write_bytecode else []  # the worker writes its own, as this process does
    command = [python.program, "-I", "-S", *kept, "-X", "utf8", str(WORKER), str(number), json.dumps(config)]
    environment = {**dict.fromkeys(ONE_THREAD, "1"), "VECLIB_MAXIMUM_THREADS": "1"}
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
            pass_fds=(number,),
            start_new_session=True,
        )
    except OSError as error:
        raise SandboxError("sandbox-python", python=python.program, reason=str(error)) from error
    finally:
        theirs.close()


def _hide() -> None:
    """Nobody else of this user reads this process's memory: it holds what the candidate must not know."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


_running: dict[tuple[str, bool], Supervisor] = {}


def supervisor(python: str | None = None) -> Supervisor:
    """The supervisor of this process for that interpreter, started if there is none yet."""
    key = (python or "", kernel_wanted())
    found = _running.get(key)
    if found is not None and not found.alive:
        found.close()
    if found is None or not found.alive:
        found = _running[key] = Supervisor(interpreter(python), key[1])
    return found


@atexit.register
def close_all() -> None:
    """End every supervisor of this process."""
    for each in list(_running.values()):
        each.close()
    _running.clear()
