"""The key's own answers: run once for a question and run, in a worker of its own, and remembered in this process."""

from __future__ import annotations

from typing import Any

from interview_drill.errors import SandboxError
from interview_drill.grader.recipes import Vector, draw
from interview_drill.grader.report import Reply
from interview_drill.grader.sandbox import Supervisor
from interview_drill.grader.task import Examination
from interview_drill.grader.trial import Trial, libraries
from interview_drill.grader.values import Misfit, parts

LIMIT_S = 60.0
MOST_REMEMBERED = 64

_remembered: dict[tuple, tuple[tuple[Vector, ...], tuple[Reply, ...]]] = {}


def wanted(task: Examination, seed: int, supervisor: Supervisor) -> tuple[tuple[Vector, ...], tuple[Reply, ...]]:
    """The run's vectors and the key's reply to each; SandboxError where the key does not answer one."""
    known = (task.entry, task.key, repr(task.recipes), repr(task.returns), seed)
    if known not in _remembered:
        if len(_remembered) >= MOST_REMEMBERED:
            _remembered.pop(next(iter(_remembered)))
        vectors = draw(task.recipes, seed)
        if not vectors:
            raise SandboxError("oracle-failed", vector="", reason="no vectors")
        _remembered[known] = vectors, _answers(task, vectors, supervisor)
    return _remembered[known]


def _answers(task: Examination, vectors: tuple[Vector, ...], supervisor: Supervisor) -> tuple[Reply, ...]:
    with Trial(supervisor, LIMIT_S, libraries(task.key)) as trial:
        loaded = trial.load(task.key, task.entry)
        if not loaded.returned:
            raise SandboxError("oracle-failed", vector="", reason=_reason(loaded))
        return tuple(_sound(trial.call(vector.inputs), vector, task) for vector in vectors)


def _sound(reply: Reply, vector: Vector, task: Examination) -> Reply:
    """The key is held to the form it asks of others."""
    if not reply.returned:
        raise SandboxError("oracle-failed", vector=vector.recipe.name, reason=_reason(reply))
    try:
        parts(reply.value, task, vector.inputs[0])
    except Misfit as misfit:
        raise SandboxError("oracle-failed", vector=vector.recipe.name, reason=f"returned {misfit}") from misfit
    return reply


def _reason(reply: Reply) -> str:
    return " ".join(part for part in (reply.status, reply.error, reply.text) if part)


def measured(
    task: Examination, vectors: tuple[Vector, ...], answers: list[Any], supervisor: Supervisor
) -> list[float | None]:
    """The quality of each answer by the question's own measure; None for an answer that it cannot measure."""
    with Trial(supervisor, LIMIT_S) as trial:
        loaded = trial.load(task.measure or "", "measure")
        if not loaded.returned:
            raise SandboxError("oracle-failed", vector="measure", reason=_reason(loaded))
        return [_number(trial, answer, vector) for answer, vector in zip(answers, vectors, strict=True)]


def _number(trial: Trial, answer: Any, vector: Vector) -> float | None:
    reply = trial.call((answer, *vector.inputs)) if answer is not None else Reply("raised")
    try:
        return float(reply.value) if reply.returned else None
    except (TypeError, ValueError):
        return None
