"""Submissions that try to hang, die, lie, touch what is not theirs, or outlive their answer.

Each begins with the finding it must earn. CANARY, FOLDER, WORKER and PACKAGE are put before those in `touch`: a file of
the user's, its folder, the worker's own file, and the folder of this package.
"""

from __future__ import annotations

from pathlib import Path

SUBMISSIONS = Path(__file__).with_name("submissions")
ASKED = """
def asked():
    import ctypes, sys
    message, frame = {}, sys._getframe(1)
    while frame:
        message = frame.f_locals.get('message', message)
        start = ctypes.c_size_t.from_address(id(frame) + 24).value
        for word in (ctypes.c_size_t * 40).from_address(start):
            if word % 8 or not 1 << 32 < word < 1 << 47: continue
            if ctypes.c_size_t.from_address(word + 8).value != id(str): continue
            text = ctypes.cast(word, ctypes.py_object).value
            if len(text) == 16 and set(text) <= set('0123456789abcdef'): return {**message, 'token': text}
        frame = frame.f_back
"""
"""The message being answered, for forgers: its token lies in the memory of a frame alone (CPython 3.11 to 3.13)."""
FAMILIES = ("hang", "die", "lie", "touch", "tree")


def family(name: str) -> list[str]:
    """The names of a family's submissions."""
    return sorted(f"{name}/{file.stem}" for file in (SUBMISSIONS / name).glob("*.py"))


def read(name: str, **places: str) -> tuple[str, str]:
    """(the program, the message of the finding that it must earn)."""
    expects, _, source = (SUBMISSIONS / f"{name}.py").read_text(encoding="utf-8").partition("\n")
    known = "".join(f"{place} = {path!r}\n" for place, path in places.items())
    known += ASKED if "asked()" in source else ""
    return known + source, expects.removeprefix("# expects: ")
