"""An example to run, for the end of a starter: the first ordinary vector of the question's recipes."""

from __future__ import annotations

import textwrap

import numpy as np

from interview_drill.errors import SandboxError
from interview_drill.grader.recipes import Vector, draw
from interview_drill.grader.task import Examination

SEED = 0
DIGITS = 2
MOST_NUMBERS = 60
"""More than these are no example that anybody reads."""
USUAL = (np.float64, np.int64, np.bool_)


def example(task: Examination) -> str:
    """Statements that call the entry function and print what it returns; empty where no vector is short enough."""
    vector = _vector(task)
    if vector is None or not all(name.isidentifier() for name in (task.entry, *vector.arguments)):
        return ""
    names = ", ".join(vector.arguments)
    given = [_assigned(name, value) for name, value in zip(vector.arguments, vector.inputs, strict=True)]
    body = textwrap.indent("\n".join([*given, f"print({task.entry}({names}))"]), "    ")
    return f'if __name__ == "__main__":\n{body}\n'


def _vector(task: Examination) -> Vector | None:
    """The first one that can be read; none where a recipe is such that the audit would refuse it."""
    try:
        return next((one for one in draw(task.recipes, SEED) if _readable(one)), None)
    except (SandboxError, ArithmeticError, LookupError, MemoryError, TypeError, ValueError):
        return None


def _readable(vector: Vector) -> bool:
    numbers = [np.asarray(value) for value in vector.inputs if isinstance(value, np.ndarray | float)]
    finite = all(np.isfinite(each).all() for each in numbers if each.dtype.kind in "fiu")
    return not vector.extreme and vector.size <= MOST_NUMBERS and finite


def _assigned(name: str, value: object) -> str:
    """`x = np.array([1.5, -0.3])`"""
    if isinstance(value, np.generic):
        value = value.item()
    if not isinstance(value, np.ndarray):
        return f"{name} = {round(value, DIGITS) if type(value) is float else value!r}"
    start = f"{name} = np.array("
    numbers = np.array2string(
        np.round(value, DIGITS) if value.dtype.kind == "f" else value,
        separator=", ",
        prefix=start,
        max_line_width=100,
        threshold=MOST_NUMBERS + 1,
    )
    kind = "" if value.dtype in USUAL else f', dtype="{value.dtype}"'
    return f"{start}{numbers}{kind})"
