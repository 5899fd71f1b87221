"""`--watch`: an audit again whenever a file of the bank is saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from interview_drill.bank.files import files
from interview_drill.bank.places import own_folder, shipped_folder
from interview_drill.cli import screen
from interview_drill.errors import UsageError

PAUSE_S = 0.3


def forever(run: Callable[[], object], path: Path | None) -> int:
    """Run on a clear screen, then again after each change; ends only by an interrupt, which the caller sees."""
    while True:
        seen = trace(path)
        screen.clear()
        try:
            run()
        except UsageError as error:  # a file may be missing for the moment in which an editor saves it
            screen.complain(error.message, **error.facts)
        screen.complain("watch-waiting")
        while trace(path) == seen:
            time.sleep(PAUSE_S)


def trace(path: Path | None) -> dict[Path, tuple[int, int]]:
    """(time of change in ns, size in bytes) of every file that an audit of `path` reads."""
    roots = [path] if path is not None else [shipped_folder(), own_folder()]
    found = {}
    for file in (file for root in roots if root.exists() for file in files(root).all()):
        with suppress(OSError):
            seen = file.stat()
            found[file] = (seen.st_mtime_ns, seen.st_size)
    return found
