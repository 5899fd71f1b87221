"""Work that is done again whenever a file is saved: by polling, which network and foreign file systems allow too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from interview_drill.bank.files import files
from interview_drill.bank.places import own_folder, shipped_folder
from interview_drill.cli import screen
from interview_drill.cli.drawing.look import plain
from interview_drill.errors import UsageError

PAUSE_S = 0.3
Traces = Mapping[Path, tuple[int, int, int]]
"""(time of change in ns, size in bytes, inode) of each file that is there: a file put in another's place shows too."""


def forever(run: Callable[[], object], look: Callable[[], object], pause_s: float = PAUSE_S) -> NoReturn:
    """Run on a clear screen, then again when `look` sees something else; ends by an interrupt, left to the caller."""
    while True:
        seen = look()
        if not plain():  # what a screen reader has begun to read stays
            screen.clear()
        try:
            run()
        except UsageError as error:  # a file may be missing for the moment in which an editor saves it
            screen.complain(error.message, **error.facts)
        screen.complain("watch-waiting")
        while (now := look()) == seen:
            time.sleep(pause_s)
        _settled(now, look, pause_s)


def _settled(now: object, look: Callable[[], object], pause_s: float) -> None:
    """Wait until two looks agree: an editor may be half through writing, or between two renames."""
    before = None
    while now != before:
        time.sleep(pause_s)
        before, now = now, look()


def traces(found: Iterable[Path]) -> Traces:
    """What is to be seen of these files without opening them."""
    seen = {}
    for file in found:
        with suppress(OSError):
            stat = file.stat()
            seen[file] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return seen


def of_bank(path: Path | None) -> Traces:
    """Every file that an audit of `path` reads."""
    roots = [path] if path is not None else [shipped_folder(), own_folder()]
    return traces(file for root in roots if root.exists() for file in files(root).all())
