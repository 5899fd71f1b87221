"""The answer has to be of the type that the question asks for: an array, a number, labels, or a tuple of these."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Alien, Finding, Trace
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.values import Misfit, named, parts


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
        yield Finding("wrong-type", facts={"place": place, "got": named(misfit.value), "wanted": named(wanted)})


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
    example([0.5, 0.0], [1, 0], "wrong-type", returns="ints"),
    example((1.0, np.ones(2)), (1.0, np.ones(2)), returns=("float", "array")),
    example(1.0, (1.0, np.ones(2)), "wrong-type", returns=("float", "array")),
    example((None, np.ones(2)), (1.0, np.ones(2)), "wrong-type", returns=("float", "array")),
    example(0.5, 0.5, returns="like-first", first=0.0),
    example(0.5, np.ones(2), "wrong-type", returns="like-first", first=np.ones(2)),
)
