"""The shipped bank's index, made once for a run of tests: a person's second command finds it as well."""

from __future__ import annotations

import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from interview_drill.bank import open_bank
from interview_drill.bank.places import cache_folder


def warmed(home: Path | str) -> None:
    """Lay the index into a state folder that is there and has none."""
    if (home := Path(home)).is_dir() and not (home / "cache").exists():
        shutil.copytree(_index(), home / "cache")


@cache
def _index() -> Path:
    before = os.environ.get("DRILL_HOME")
    os.environ["DRILL_HOME"] = tempfile.mkdtemp(prefix="drill-index-")
    try:
        open_bank().index()
        return cache_folder()
    finally:
        del os.environ["DRILL_HOME"]
        if before is not None:
            os.environ["DRILL_HOME"] = before
