"""Calls around a vector, for checks that a question declares: slopes of the candidate's loss, and shifted inputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from interview_drill.grader.recipes import Vector
from interview_drill.grader.report import Probes, Reply
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.trial import Trial
from interview_drill.grader.values import Misfit, parts

STEPS = (1e-5, 2.5e-6)
"""Differences over both have to agree, or the loss has a kink here, or too few digits."""

SHIFT = 3.0
MOST_COORDINATES = 40
"""A loss of more arguments than this is not differentiated: four calls a coordinate."""


def probed(task: Examination, trial: Trial, vectors: tuple[Vector, ...], replies: list[Reply]) -> dict[int, Probes]:
    """Probes of the smallest plain vector that was answered, by its place; empty where the question declares none."""
    asked = {check.name: check for check in task.checks if isinstance(check, Declared)}
    gradient, shift = asked.get("gradient"), asked.get("shift-invariance")
    places = [at for at, vector in enumerate(vectors) if replies[at].returned and not vector.extreme]
    if not places or (gradient is None and shift is None):
        return {}
    place = min(places, key=lambda at: vectors[at].size)
    slopes = _slopes(task, trial, vectors[place], gradient) if gradient else None
    return {place: Probes(slopes, _moved(trial, vectors[place], shift) if shift else None)}


def _moved(trial: Trial, vector: Vector, declared: Declared) -> Reply | None:
    """The reply to shifted inputs; None where the time is over, for all that was asked had been answered by then."""
    pairs = zip(vector.arguments, vector.inputs, strict=True)
    reply = trial.call(tuple(value + SHIFT if name in declared.with_respect_to else value for name, value in pairs))
    return None if reply.last else reply


def _slopes(task: Examination, trial: Trial, vector: Vector, declared: Declared) -> tuple[np.ndarray, ...] | None:
    """Central differences with respect to each argument named; None where the loss has no slope to speak of."""
    places = [vector.arguments.index(name) for name in declared.with_respect_to if name in vector.arguments]
    if sum(np.size(vector.inputs[place]) for place in places) > MOST_COORDINATES:
        return None
    try:
        found = [[_slope(task, trial, vector, place, declared.of, step) for place in places] for step in STEPS]
    except (Misfit, ValueError, IndexError):
        return None
    agree = all(np.allclose(*pair, rtol=1e-4, atol=1e-5) for pair in zip(*found, strict=True))
    return tuple(found[0]) if agree else None


def _slope(task: Examination, trial: Trial, vector: Vector, place: int, of: int, step: float) -> np.ndarray:
    losses = [_loss(task, trial, inputs, of) for inputs in _steps(vector.inputs, place, step)]
    shape = np.shape(vector.inputs[place])
    return (np.asarray(losses[::2]) - np.asarray(losses[1::2])).reshape(shape) / (2 * step)


def _steps(inputs: tuple[Any, ...], place: int, size: float) -> Iterator[tuple[Any, ...]]:
    """The inputs with one coordinate a step up, then a step down, coordinate after coordinate."""
    here = np.asarray(inputs[place], float)
    for at in np.ndindex(here.shape):
        for step in (size, -size):
            moved = here.copy()
            moved[at] += step
            yield (*inputs[:place], moved if here.ndim else moved.item(), *inputs[place + 1 :])


def _loss(task: Examination, trial: Trial, inputs: tuple[Any, ...], of: int) -> float:
    reply = trial.call(inputs)
    if not reply.returned:
        raise ValueError(reply.status)
    return float(parts(reply.value, task, inputs[0])[of])
