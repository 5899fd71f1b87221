"""`drill doctor`: what this machine offers, tried out rather than guessed."""

from __future__ import annotations

import os
import platform
import sys
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

from interview_drill import __version__
from interview_drill.bank import Bank, open_bank
from interview_drill.cli import options, screen
from interview_drill.cli.language import language, words
from interview_drill.errors import BankError
from interview_drill.memory.place import state_folder

LEVELS = {"kernel sandbox": "doctor-sandbox-kernel", "process only": "doctor-sandbox-process"}
LIBRARIES = ("numpy", "sympy", "pyyaml", "typer", "rich", "prompt_toolkit", "msgspec", "fsrs")


def run(
    json: options.Json = False, bank: options.Bank = None, bank_only: options.BankOnly = None, lang: options.Lang = None
) -> int:
    found = report(bank, bank_only)
    if json:
        screen.json_line({"schema": 1, **found})
        return 0
    screen.heading(words("doctor-title"))
    screen.facts([(words(f"doctor-{name}"), _said(name, value)) for name, value in found.items()])
    return 0


def report(bank: Path | None, bank_only: Path | None) -> dict[str, object]:
    """What was found, as plain data."""
    from interview_drill.grader.isolation import isolation  # probing starts a process: only doctor pays for it

    opened = open_bank(extra=bank, alone=bank_only)
    return {
        "version": __version__,
        "python": f"{platform.python_version()} ({platform.system()} {platform.machine()})",
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "sandbox": isolation(),
        "terminal": _terminal(),
        "language": language(),
        "home": {"folder": str(state_folder()), "writable": _writable(state_folder())},
        "bank": _bank(opened),
    }


def _bank(opened: Bank) -> dict[str, object]:
    """How many questions there are; a bank with mistakes is told of, not given up on."""
    try:
        return {"folder": str(opened.folder), "count": len(opened.index()), "faults": 0}
    except BankError as error:
        return {"folder": str(opened.folder), "count": len(opened.catalogue.entries), "faults": len(error.faults)}


def _terminal() -> dict[str, object] | None:
    if not sys.stdout.isatty():
        return None
    return {
        "columns": os.get_terminal_size().columns,
        "encoding": sys.stdout.encoding,
        "colours": not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
    }


def _writable(folder: Path) -> bool:
    """Whether something can be made in the folder, or in the nearest one that exists; nothing stays."""
    existing = next(place for place in (folder, *folder.parents) if os.path.lexists(place))
    try:
        with TemporaryDirectory(dir=existing):
            return True
    except OSError:
        return False


def _said(name: str, value: object) -> str:
    if name == "libraries":
        return ", ".join(f"{library} {version}" for library, version in value.items())
    if name == "terminal":
        if value is None:
            return words("doctor-terminal-no")
        return words(
            "doctor-terminal-yes", **{**value, "colours": words("doctor-yes" if value["colours"] else "doctor-no")}
        )
    if name == "home":
        return words("doctor-home-writable" if value["writable"] else "doctor-home-readonly", folder=value["folder"])
    if name == "bank":
        broken = "; " + words("bank-invalid", count=value["faults"]) if value["faults"] else ""
        return words("doctor-bank-line", folder=value["folder"], count=value["count"]) + broken
    if name == "sandbox":
        notes = [words(note, **value.get("facts", {})) for note in value["notes"]]
        return "; ".join([*([words(LEVELS[value["level"]])] if value["level"] else []), *notes])
    return str(value)
