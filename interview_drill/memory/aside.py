"""A progress file that cannot be read is kept under another name, never deleted."""

from __future__ import annotations

from itertools import count
from pathlib import Path

JOURNAL = "-journal"


def set_aside(path: Path) -> Path:
    """Rename the file (and its journal, without which it could not be repaired) to a free name; the new name."""
    names = (path.with_name(f"{path.stem}.kept-{number}{path.suffix}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    path.rename(kept)
    journal = path.with_name(path.name + JOURNAL)
    if journal.exists():
        journal.rename(kept.with_name(kept.name + JOURNAL))
    return kept
