"""What a person sees, kept as files: a change of looks is a difference to read, never one to overlook."""

import os
from pathlib import Path

FOLDER = Path(__file__).with_name("snapshots")


def looks_as_it_did(name, text):
    """The text is that of the kept file; `SNAPSHOTS=write` writes it again."""
    file = FOLDER / name
    if os.environ.get("SNAPSHOTS") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
