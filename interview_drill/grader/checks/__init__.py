"""The checks: each a function over one trace that yields findings, with examples of its own.

    check(trace, task, declared) -> Iterator[Finding]

A new check is a file with `check` and `EXAMPLES`, and a line in the table.
"""

from __future__ import annotations

from interview_drill.grader.checks import (
    ended,
    finite,
    form,
    gradient,
    pure,
    repeatable,
    shape,
    shift,
    total,
    value,
    warned,
)

CHECKS = {
    "ended": ended,
    "type": form,
    "shape": shape,
    "finite": finite,
    "value": value,
    "rows-sum-to-one": total,
    "gradient": gradient,
    "shift-invariance": shift,
    "pure": pure,
    "repeatable": repeatable,
    "warnings": warned,
}
"""In the order of decisiveness: of the first group, one finding a vector is kept."""

ABOUT_THE_ANSWER = ("ended", "type", "shape", "finite", "value", "rows-sum-to-one")
"""Checks of the answer itself: what is of the wrong type has no shape, and NaN is not also a wrong value."""
