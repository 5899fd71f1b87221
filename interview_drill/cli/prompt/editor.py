"""`:e`: what was typed so far, in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from interview_drill.errors import UsageError

VI = "vi"
USUAL = ("nano", VI, "notepad")
SUFFIXES = {"code": ".py", "formula": ".tex", "derivation": ".tex"}


def edited(text: str, kind: str) -> str:
    """The text as it was saved. Raises UsageError where there is no editor, or it failed."""
    command = _command()
    with TemporaryDirectory(prefix="drill-") as folder:
        file = Path(folder) / f"answer{SUFFIXES.get(kind, '.txt')}"
        file.write_text(text, encoding="utf-8")
        _run(command, file)
        try:
            after = file.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise UsageError("editor-failed", editor=command[0], reason=error.strerror or str(error)) from error
    return after.strip("\r\n")


def unchosen() -> str | None:
    """The editor that would open though nobody named one, where a beginner would not find the way out of it."""
    command = _command()
    return VI if command == [VI] and not _wish() else None


def _wish() -> str:
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""


def _run(command: list[str], file: Path) -> None:
    try:
        with _left_alone():
            code = subprocess.call([*command, str(file)])
    except FileNotFoundError as error:
        raise UsageError("editor-unknown", editor=command[0]) from error
    except OSError as error:
        raise UsageError("editor-failed", editor=command[0], reason=error.strerror or str(error)) from error
    if code:
        raise UsageError("editor-ended", editor=command[0], code=code)


def _command() -> list[str]:
    """$VISUAL, else $EDITOR, split into words as a shell would, without one; else what is usually there."""
    wish = _wish()
    try:
        command = shlex.split(wish, posix=os.name != "nt")
    except ValueError as error:
        raise UsageError("editor-failed", editor=wish, reason=str(error)) from error
    usual = next((name for name in USUAL if shutil.which(name)), None)
    if not command and usual is None:
        raise UsageError("editor-missing")
    return command or [usual]


@contextmanager
def _left_alone() -> Iterator[None]:
    """Ctrl-C in the editor is the editor's."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
