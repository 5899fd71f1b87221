"""Plain files of ids beside the cached index: what a shell completes without starting Python."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

IDS, TOPICS, SETS = ".ids", ".topics", ".sets"


def keep(index: Path, ids: Iterable[str], topics: Iterable[str], sets: Iterable[str]) -> None:
    """An id a line, in files named as `index` is; silent where they cannot be written."""
    for suffix, names in ((IDS, ids), (TOPICS, topics), (SETS, sets)):
        file = index.with_suffix(suffix)
        fresh = file.with_name(f"{file.name}.{os.getpid()}")
        with suppress(OSError):
            fresh.write_text("".join(f"{name}\n" for name in names), encoding="ascii")
            fresh.replace(file)
