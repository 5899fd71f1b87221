"""Declared as gradient: the parts beside the loss are its slopes, by finite differences of the candidate's own loss."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.grader.checks import fitting
from interview_drill.grader.checks.example import example
from interview_drill.grader.report import Finding, Probes, Trace
from interview_drill.grader.task import Declared, Examination, Tolerance
from interview_drill.grader.values import close, shown, worst

ROUGHLY = Tolerance(rtol=1e-3, atol=1e-4)
"""A difference over a small step is good to about ten digits less than the loss, and kinks are crossed."""


def check(trace: Trace, task: Examination, declared: Declared | None = None) -> Iterator[Finding]:
    found, slopes = fitting.got(trace, task), trace.probes.slopes
    if declared is None or found is None or slopes is None:
        return
    beside = [place for place in range(len(found)) if place != declared.of]
    for place, slope, name in zip(beside, slopes, declared.with_respect_to, strict=False):
        ours = found[place]
        if ours.shape == slope.shape and not np.all(close(ours, slope, ROUGHLY)):
            index = worst(ours, slope, ROUGHLY)
            where = {"place": fitting.subscript(task, place, index), "loss": fitting.subscript(task, declared.of)}
            at = f"{name}[{', '.join(map(str, index))}]" if index else name
            facts = {**where, "at": at, "got": shown(ours[index]), "slope": f"{slope[index]:.6g}"}
            yield Finding("no-gradient", facts=facts)
            return


OF_W = Declared("gradient", with_respect_to=("w",))


def _example(slopes: tuple[np.ndarray, ...] | None, *messages: str):
    pair = (1.0, np.array([1.0, 2.0]))
    probes = Probes(slopes=slopes)
    return example(pair, pair, *messages, returns=("float", "array"), declared=OF_W, probes=probes)


EXAMPLES = (
    _example(None),
    _example((np.array([1.00001, 2.0]),)),
    _example((np.array([-1.0, -2.0]),), "no-gradient"),
)
