"""The answer has to be of the type that the question asks for: an array, a number, labels, or a tuple of these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Alien, Finding, Trace
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.values import Misfit, named, numbers, parts, shown


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    if not trace.got.returned:
        return
    first = trace.vector.inputs[0]
    try:
        parts(trace.got.value, task, first)
    except Misfit as misfit:
        whole = misfit.part is None
        wanted = trace.wanted.value if whole else trace.wanted.value[misfit.part]
        place = "answer" if whole else fitting.subscript(task, misfit.part)
        yield _misfit(misfit.value, wanted, place, task.returns if whole else task.returns[misfit.part])


def _misfit(value: Any, wanted: Any, place: str, form: str | tuple[str, ...]) -> Finding:
    """The type is to blame, unless the labels are numbers: then it is their arrangement, or that they are not whole."""
    found = numbers(value) if form == "ints" else None
    if found is None or found.ndim == 0:
        return Finding("wrong-type", facts={"place": place, "got": named(value), "wanted": named(wanted)})
    if found.ndim > 1:
        facts = {"got": str(found.shape), "wanted": str(np.shape(wanted))}
        return Finding("wrong-shape", facts={"part": 0, "place": place, **facts})
    return Finding("not-whole", facts={"place": place, "got": shown(value)})


EXAMPLES = (
    example(np.ones(2), np.ones(2)),
    example(np.ones(2, np.float32), np.ones(2)),
    example([1.0, 1.0], np.ones(2), "wrong-type"),
    example(None, np.ones(2), "wrong-type"),
    example(np.ones(2, bool), np.ones(2), "wrong-type"),
    example(Alien("matrix"), np.ones(2), "wrong-type"),
    example(np.float64(2.0), 2.0, returns="float"),
    example(2, 2.0, returns="float"),
    example(np.ones(1), 1.0, returns="float"),
    example(np.ones(1, complex), 1.0, "wrong-type", returns="float"),
    example([1.0, 0.0], [1, 0], returns="ints"),
    example(np.array([1, 0]), [1, 0], returns="ints"),
    example([0.5, 0.0], [1, 0], "not-whole", returns="ints"),
    example([1.0, float("nan")], [1, 0], "not-whole", returns="ints"),
    example(np.array([0.5, 0.0]), [1, 0], "not-whole", returns="ints"),
    example(np.array([[1], [0]]), [1, 0], "wrong-shape", returns="ints"),
    example([[1], [0]], [1, 0], "wrong-shape", returns="ints"),
    example([[1], [0, 1]], [1, 0], "wrong-type", returns="ints"),
    example([None, 1], [1, 0], "wrong-type", returns="ints"),
    example(2.0, [1, 0], "wrong-type", returns="ints"),
    example((1.0, np.ones(2)), (1.0, np.ones(2)), returns=("float", "array")),
    example(1.0, (1.0, np.ones(2)), "wrong-type", returns=("float", "array")),
    example((None, np.ones(2)), (1.0, np.ones(2)), "wrong-type", returns=("float", "array")),
    example(0.5, 0.5, returns="like-first", first=0.0),
    example(0.5, np.ones(2), "wrong-type", returns="like-first", first=np.ones(2)),
)
