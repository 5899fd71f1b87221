"""Where banks lie, and where their index is cached."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from interview_drill.errors import UsageError
from interview_drill.memory.place import state_folder

PACKAGE = Path(__file__).resolve().parents[1]
"""By `__file__`: an editable install may leave a stale copy of the bank in site-packages."""


def shipped_folder() -> Path:
    """The bank that comes with the program: inside the package, else beside it; never the working directory."""
    for folder in (PACKAGE / "questions", PACKAGE.parent / "questions"):
        if folder.is_dir():
            return folder
    raise UsageError("bank-not-installed", folder=str(PACKAGE / "questions"))


def own_folder() -> Path:
    """The person's own questions, which join the shipped ones where the folder exists."""
    return state_folder() / "questions"


def cache_folder() -> Path:
    """Where the index is cached: under `DRILL_HOME`, else the platform's cache folder. Not made here."""
    if os.environ.get("DRILL_HOME"):
        return state_folder() / "cache"
    return Path(platformdirs.user_cache_dir("interview_drill", appauthor=False))
