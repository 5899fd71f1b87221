"""Sessions for tests: one that reads a pipe, and one at a pseudo-terminal whose screen is drawn by pyte."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pyte

from tests.warm import warmed

BANK = Path(__file__).with_name("practice_bank")
PROGRAM = [sys.executable, "-m", "interview_drill", "practice"]
PATIENCE_S = 20
PROMPT = 5
"""The cursor stands before this column in an empty prompt."""
OFFER = ("Enter ends", "按 Enter 结束")
"""Said once the last question of a session is over."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """A clean environment with a state folder of its own and a clock that is set."""
    warmed(home)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "VIRTUAL_ENV") if name in os.environ}
    fixed = {"DRILL_HOME": str(home), "DRILL_NOW": "2026-03-01T20:00:00+00:00", "LANG": "C.UTF-8", "TZ": "UTC"}
    return {**kept, **fixed, **more}


def pipe(home: Path, typed: str | bytes, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A session over a pipe, in English unless said otherwise."""
    command = [*PROGRAM, *arguments, "--bank", str(BANK), "--seed", "7"]
    data = typed.encode() if isinstance(typed, str) else typed
    surroundings = environment(home, **{"DRILL_LANG": "en", **more})
    run = subprocess.run(command, input=data, capture_output=True, env=surroundings, timeout=60, check=False)
    return subprocess.CompletedProcess(command, run.returncode, run.stdout.decode(), run.stderr.decode())


def _hearing_hangups() -> None:
    """Tests that run under `nohup` hand it on, and a session would rightly outlive its terminal."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """A session at a pseudo-terminal of `columns`; many rows, so that a whole session stays on the screen.

    `sent` is what the program wrote; `answers` the column that the terminal says its cursor is in, None where it is
    never heard of.
    """

    def __init__(
        self, home: Path, *arguments: str, columns: int = 80, rows: int = 150, answers: int | None = None, **more: str
    ) -> None:
        self.sent = b""
        self._answers = answers
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.process = pexpect.spawn(
            PROGRAM[0],
            [*PROGRAM[1:], *arguments, "--bank", str(BANK), "--seed", "7"],
            env=environment(home, **{"TERM": "xterm-256color", **more}),
            dimensions=(rows, columns),
            timeout=PATIENCE_S,
            preexec_fn=_hearing_hangups,
        )

    @property
    def lines(self) -> list[str]:
        """The screen, without the blank space at the right and at the bottom."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip().split("\n")

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait(self, text: str, times: int = 1) -> Terminal:
        """Until `text` stands on the screen (so many times); fails with the screen where it never does."""
        return self._until(lambda: self.text.count(text) >= times, text)

    def prompt(self) -> Terminal:
        """Until the cursor stands in a prompt, with the toolbar under it."""
        return self._until(self._prompting, "a prompt")

    def previewing(self) -> Terminal:
        """Until the engine is there: a lone bracket then has a reason below it, and is wiped away."""
        deadline = time.monotonic() + PATIENCE_S
        self.send("(")
        while "^" not in self._line(1):
            assert time.monotonic() < deadline, self.text
            self.process.send(" \x7f")
            self._read()
        self.process.send("\x15")
        return self._until(lambda: self.screen.cursor.x < PROMPT and "^" not in self._line(1), "an empty line")

    def send(self, keys: str) -> Terminal:
        """Keys as they are, after the prompt has come."""
        self.prompt()
        self.process.send(keys)
        return self

    def enter(self, line: str) -> Terminal:
        """One line and Enter."""
        return self.send(line + "\r")

    def end(self) -> int:
        """The exit code, once the program has ended; where it offers to take the last answer back, Enter declines."""
        self._until(lambda: not self.process.isalive() or self._last_offer(), "the end")
        if self.process.isalive():
            self.process.send("\r")
            self._until(lambda: not self.process.isalive(), "the end")
        self._read()
        return self.process.exitstatus if self.process.exitstatus is not None else -(self.process.signalstatus or 0)

    def _line(self, below: int = 0) -> str:
        return self.screen.display[min(self.screen.cursor.y + below, self.screen.lines - 1)]

    def _last_offer(self) -> bool:
        return any(words in self.text for words in OFFER) and self.lines[-1].rstrip() == "›"

    def _prompting(self) -> bool:
        below = self.screen.display[self.screen.cursor.y + 1 :]
        return any(line.startswith((":hint", ":done", ":undo", ":quit")) for line in below)

    def _until(self, done, what: str) -> Terminal:
        deadline = time.monotonic() + PATIENCE_S
        while not done():
            assert time.monotonic() < deadline, f"never came: {what}\n{self.text}"
            self._read()
        return self

    def _read(self) -> None:
        try:
            read = self.process.read_nonblocking(65536, timeout=0.1)
            self.sent += read
            self._stream.feed(read)
            if self._answers and b"\x1b[6n" in read:
                self.process.send(f"\x1b[1;{self._answers}R")
        except (pexpect.TIMEOUT, pexpect.EOF):
            time.sleep(0.01)
