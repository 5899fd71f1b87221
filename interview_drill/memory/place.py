"""Where this person's things lie: progress, and the language chosen once."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import platformdirs


def state_folder() -> Path:
    """The state folder: `DRILL_HOME`, else the platform's data folder. Not made until something is written."""
    named = os.environ.get("DRILL_HOME")
    if named:
        return Path(os.path.expanduser(named))  # Path's own method raises where there is no such person
    return Path(platformdirs.user_data_dir("interview_drill", appauthor=False))


def progress_file() -> Path:
    """The SQLite file that holds the reviews."""
    return state_folder() / "progress.sqlite"


def chosen(name: str) -> str | None:
    """What the person chose once under this name (a file of one line); None where nothing was, or it is unreadable."""
    with suppress(OSError, UnicodeDecodeError):
        return (state_folder() / name).read_text(encoding="utf-8").strip() or None
    return None


def choose(name: str, value: str) -> bool:
    """Keep a choice for the next start, whole or not at all; False where the folder cannot be written."""
    file = state_folder() / name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(f"{name}.{os.getpid()}")
        fresh.write_text(value + "\n", encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return False
    return True


def language() -> str | None:
    """The language that the first run asked for, if it did."""
    return chosen("language")


def remember_language(name: str) -> bool:
    """Use this language from the next start on; False where it cannot be kept."""
    return choose("language", name)
