"""Which Python runs the candidate, where its libraries lie, and what of them a candidate may read."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
from functools import cache
from pathlib import Path

from msgspec import Struct

from interview_drill.errors import SandboxError

LIBRARIES = ("numpy", "scipy", "torch")
"""What a candidate may import besides the standard library, where it is installed."""

COMPANIONS = (
    *("numpy", "numpy.libs", "scipy", "scipy.libs", "torch", "torch.libs", "torchgen", "functorch", "nvidia", "triton"),
    *("typing_extensions.py", "sympy", "mpmath", "networkx", "jinja2", "markupsafe", "filelock", "fsspec"),
)
"""Folders beside these libraries that they need: a candidate reads no other installed package."""

_ASK = """
import importlib.util, json, os, sysconfig
found = importlib.util.find_spec("numpy")
site = os.path.dirname(os.path.dirname(found.origin)) if found else ""
paths = sysconfig.get_paths()
print(json.dumps([[paths["stdlib"], paths["platstdlib"]], site]))
"""


class Interpreter(Struct, frozen=True):
    """`program` is the path as started; `standard` its standard library's folders, `site` where NumPy is installed."""

    program: str
    standard: tuple[str, ...]
    site: str

    def readable(self) -> list[str]:
        """Everything a candidate may read: the standard library without its site-packages, and the libraries."""
        standard = {str(entry) for folder in self.standard for entry in _entries(folder)}
        return sorted(standard) + [str(place) for name in COMPANIONS if (place := Path(self.site, name)).exists()]


def _entries(folder: str) -> list[Path]:
    private = ("site-packages", "dist-packages")
    return [entry for entry in Path(folder).iterdir() if entry.name not in private] if os.path.isdir(folder) else []


@cache
def interpreter(program: str | None = None) -> Interpreter:
    """This Python, or the one named. SandboxError where it cannot be started or has no NumPy."""
    if program is None:
        found = importlib.util.find_spec("numpy")
        paths = sysconfig.get_paths()
        answer = [[paths["stdlib"], paths["platstdlib"]], str(Path(found.origin).parents[1]) if found else ""]
    else:
        answer = _asked(program)
    if not answer[1]:
        raise SandboxError("sandbox-no-numpy", python=program or sys.executable)
    return Interpreter(program or sys.executable, tuple(dict.fromkeys(answer[0])), answer[1])


def _asked(program: str) -> list:
    try:
        told = subprocess.run([program, "-I", "-c", _ASK], capture_output=True, timeout=30, check=True, text=True)
        return json.loads(told.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise SandboxError("sandbox-python", python=program, reason=str(error)) from error
