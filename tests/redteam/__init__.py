"""Submissions that try to hang, die, lie, touch what is not theirs, or outlive their answer.

Each begins with the finding it must earn. CANARY, FOLDER, WORKER and PACKAGE are put before those in `touch`: a file of
the user's, its folder, the worker's own file, and the folder of this package.
"""

from __future__ import annotations

from pathlib import Path

SUBMISSIONS = Path(__file__).with_name("submissions")
FAMILIES = ("hang", "die", "lie", "touch", "tree")


def family(name: str) -> list[str]:
    """The names of a family's submissions."""
    return sorted(f"{name}/{file.stem}" for file in (SUBMISSIONS / name).glob("*.py"))


def read(name: str, **places: str) -> tuple[str, str]:
    """(the program, the message of the finding that it must earn)."""
    expects, _, source = (SUBMISSIONS / f"{name}.py").read_text(encoding="utf-8").partition("\n")
    known = "".join(f"{place} = {path!r}\n" for place, path in places.items())
    return known + source, expects.removeprefix("# expects: ")
