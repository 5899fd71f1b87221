"""The other end of the pipe: one process of prover.py, asked one thing at a time."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

SCRIPT = Path(__file__).with_name("prover.py")
LIBRARIES = ("sympy", "mpmath")


def folders() -> list[str]:
    """Where the process finds this package and SymPy: it starts without site-packages."""
    found = [str(SCRIPT.parents[2])]
    for library in LIBRARIES:
        spec = find_spec(library)
        if spec is not None and spec.origin is not None:
            found.append(str(Path(spec.origin).parents[1]))
    return list(dict.fromkeys(found))


class Process:
    """Started at once; a thread reads its lines, so that waiting has an end on every platform."""

    def __init__(self) -> None:
        self.asked = 0
        self._is_ready = False
        self._lines: queue.Queue[str] = queue.Queue()
        self._child = subprocess.Popen(
            [sys.executable, "-I", "-S", str(SCRIPT), *folders()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with self._child.stdout:
            for line in self._child.stdout:
                self._lines.put(line)
        self._lines.put("")

    def is_ready(self) -> bool:
        """Whether it waits for a question, without waiting for it."""
        return self.wait_until_ready(0)

    def wait_until_ready(self, seconds: float) -> bool:
        """False if it has not come up in that time, or has ended."""
        if not self._is_ready:
            self._is_ready = self._line(seconds) is not None
        return self._is_ready and self._child.poll() is None

    def ask(self, request: dict, seconds: float) -> dict | None:
        """The answer, or None where the process ended or did not answer in that time (it is of no use then)."""
        self.asked += len(request["goals"])
        try:
            self._child.stdin.write(json.dumps(request) + "\n")
            self._child.stdin.flush()
        except OSError:
            return None
        line = self._line(seconds)
        return None if line is None else json.loads(line)

    def _line(self, seconds: float) -> str | None:
        """The next line; None at the end of the stream or after the time."""
        try:
            return self._lines.get(timeout=seconds) or None if seconds else self._lines.get_nowait() or None
        except queue.Empty:
            return None

    def close(self) -> None:
        """Ends it and waits for the end."""
        self._child.kill()
        self._child.wait()
        with suppress(OSError):
            self._child.stdin.close()
