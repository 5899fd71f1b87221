"""Answers from a pipe, a plain line at a time: no editing, no colours, no questions to the terminal."""

from __future__ import annotations

import sys
from typing import TextIO

from interview_drill.cli import screen
from interview_drill.cli.language import words
from interview_drill.cli.prompt.asking import Asking
from interview_drill.cli.prompt.typed import END, Typed, command, read

TOLD = {"toolbar-several": "lines-several", "toolbar-by-line": "lines-by-line"}
"""Toolbar -> the sentence that is said in its place."""
MARK = "\ufeff"
"""Some programs begin a UTF-8 stream with this mark."""


class Lines:
    """Reads a stream line by line and echoes it behind the prompt, so that the transcript reads like a session.

    `interactive` is True for a terminal that cannot edit a line (TERM=dumb): it echoes by itself.
    """

    def __init__(self, stream: TextIO, interactive: bool = False) -> None:
        self.interactive = interactive
        self.mends = False
        self.seen = False
        self._stream = stream
        self._told: str | None = None

    def read(self, asking: Asking) -> Typed:
        """One line, or several up to `.` or `:done`; the end of the stream ends an answer too."""
        self._tell(asking)
        return self._several(asking) if asking.several else read(self._line(asking.marker))

    def _tell(self, asking: Asking) -> None:
        """How an answer of several lines ends, once a question: nothing stands below the line to say it here."""
        asked = asking.question.id if asking.question else self._told
        if self.interactive and asking.toolbar in TOLD and asked != self._told:
            screen.prose(words(TOLD[asking.toolbar]))
        self._told = asked

    def _several(self, asking: Asking) -> Typed:
        lines = asking.begun.splitlines()
        while True:
            try:
                line = self._line(asking.marker)
            except EOFError:
                return _at_the_end(lines)
            if line.strip() in END or command(line):
                return Typed("\n".join(lines)) if line.strip() in END else read("\n".join([*lines, line]))
            lines.append(line)

    def _line(self, marker: str) -> str:
        screen.prompt(marker)
        line = self._stream.readline()
        text = line.rstrip("\r\n").removeprefix("" if self.seen else MARK)
        self.seen = self.seen or bool(text.strip())
        if not self.interactive or not line:
            screen.plain(text)
        if not line:
            raise EOFError
        return text


def _at_the_end(lines: list[str]) -> Typed:
    """What was handed in without an end mark still counts; nothing at all is the end."""
    if not any(line.strip() for line in lines):
        raise EOFError
    return Typed("\n".join(lines))


def piped() -> Lines:
    """Standard input as UTF-8; bytes that are none become marks that no kind accepts."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return Lines(sys.stdin, interactive=sys.stdin.isatty())
