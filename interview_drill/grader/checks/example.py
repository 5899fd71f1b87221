"""Small traces for the checks' own examples: each check brings some, and one test walks them all."""

from __future__ import annotations

from typing import Any

import numpy as np
from msgspec import Struct

from interview_drill.grader.recipes import Vector
from interview_drill.grader.report import Probes, Reply, Trace
from interview_drill.grader.task import Declared, Examination, Recipe


class Example(Struct, frozen=True):
    """A trace, and the message ids that the check must find in it."""

    task: Examination
    trace: Trace
    messages: tuple[str, ...]
    declared: Declared | None = None


def example(
    got: Any,
    wanted: Any = None,
    *messages: str,
    returns: str | tuple[str, ...] = "array",
    first: Any = None,
    declared: Declared | None = None,
    forbid: tuple[str, ...] = (),
    again: Reply | None = None,
    measured: tuple[float, float | None] | None = None,
    probes: Probes = Probes(),  # noqa: B008  (frozen)
) -> Example:
    """`got` and `wanted` are replies, or values that were returned."""
    task = Examination("f", "f(x)", returns, "", (), forbid_warnings=forbid)
    vector = Vector(Recipe("some", {}), ("x",), (np.ones(2) if first is None else first,))
    return Example(task, Trace(vector, _reply(wanted), _reply(got), again, measured, probes), messages, declared)


def _reply(value: Any) -> Reply:
    return value if isinstance(value, Reply) else Reply("returned", value)
