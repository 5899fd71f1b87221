"""Work that is done again whenever a file is saved: by polling, which network and foreign file systems allow too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from interview_drill.bank.files import files
from interview_drill.bank.places import own_folder, shipped_folder
from interview_drill.cli import screen
from interview_drill.cli.drawing.look import plain
from interview_drill.errors import UsageError

PAUSE_S = 0.3
HALF_WRITTEN_S = 0.5
"""Many editors empty a file, or take it away, before they write it; a busy disk may lie between the two."""


class Trace(NamedTuple):
    """What is to be seen of a file without opening it; by the inode, one that was put in another's place shows too."""

    changed_ns: int
    size: int
    inode: int


Traces = Mapping[Path, Trace]
"""Of each file that is there."""


def forever(run: Callable[[], object], look: Callable[[], Traces], pause_s: float = PAUSE_S) -> NoReturn:
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
        _settled(seen, now, look, pause_s)


def _settled(seen: Traces, now: Traces, look: Callable[[], Traces], pause_s: float) -> None:
    """Wait until two looks agree: an editor may be half through writing, or between two renames."""
    quiet_s = 0.0
    while quiet_s < (HALF_WRITTEN_S if _half_written(seen, now) else pause_s):
        time.sleep(pause_s)
        before, now = now, look()
        quiet_s = quiet_s + pause_s if now == before else 0.0


def _half_written(seen: Traces, now: Traces) -> bool:
    """Whether a file has just been emptied, made or taken away, with which most saves begin."""
    return bool(seen.keys() - now.keys()) or any(
        trace.size == 0 and trace != seen.get(file) for file, trace in now.items()
    )


def traces(found: Iterable[Path]) -> Traces:
    """The traces of those that are there."""
    seen = {}
    for file in found:
        with suppress(OSError):
            stat = file.stat()
            seen[file] = Trace(stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return seen


def of_bank(path: Path | None) -> Traces:
    """Every file that an audit of `path` reads."""
    roots = [path] if path is not None else [shipped_folder(), own_folder()]
    return traces(file for root in roots if root.exists() for file in files(root).all())
