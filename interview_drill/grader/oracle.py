"""The key's own answers: run once for a question and run, in a worker of its own, and remembered in this process."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from interview_drill.errors import SandboxError
from interview_drill.grader import sandbox
from interview_drill.grader.checks import fitting
from interview_drill.grader.recipes import Vector, draw
from interview_drill.grader.report import Reply, Trace
from interview_drill.grader.sandbox import Supervisor
from interview_drill.grader.task import Examination
from interview_drill.grader.trial import Trial, libraries
from interview_drill.grader.values import Misfit, parts
from interview_drill.grader.wire import described, frame

LIMIT_S = 60.0
MOST_REMEMBERED = 64

_remembered: dict[tuple, tuple[tuple[Vector, ...], tuple[Reply, ...]]] = {}
_answered: dict[tuple, tuple[Reply, ...]] = {}


def wanted(task: Examination, seed: int, supervisor: Supervisor) -> tuple[tuple[Vector, ...], tuple[Reply, ...]]:
    """The run's vectors and the key's reply to each; SandboxError where the key does not answer one."""
    known = (task.entry, task.key, task.precise, repr(task.recipes), repr(task.returns), seed)
    if known not in _remembered:
        _make_room(_remembered)
        vectors = draw(task.recipes, seed)
        if not vectors:
            raise SandboxError("oracle-failed", vector="", reason="no vectors")
        _remembered[known] = vectors, answers(task, vectors, supervisor)
    return _remembered[known]


def remembered(task: Examination, vectors: tuple[Vector, ...], supervisor: Supervisor) -> tuple[Reply, ...]:
    """As `answers`; in a folder of submissions many fail on the same vector, which shrinks to the same ones."""
    blobs: list[bytes] = []
    sent = [[described(value, blobs) for value in vector.inputs] for vector in vectors]
    known = (task.entry, task.key, task.precise, frame({"inputs": sent}, tuple(blobs)))
    if known not in _answered:
        _make_room(_answered)
        _answered[known] = answers(task, vectors, supervisor)
    return _answered[known]


def _make_room(memory: dict) -> None:
    if len(memory) >= MOST_REMEMBERED:
        memory.pop(next(iter(memory)))


def answers(task: Examination, vectors: tuple[Vector, ...], supervisor: Supervisor) -> tuple[Reply, ...]:
    """The right reply to each vector; SandboxError where the key, or its precise form, does not answer one."""
    replies = list(_replies(task, task.key, vectors, supervisor))
    doubtful = [place for place, vector in enumerate(vectors) if task.precise and "precise" in vector.recipe.tags]
    if doubtful:
        exact = _replies(task, task.precise, tuple(vectors[place] for place in doubtful), sandbox.supervisor())
        for place, reply in zip(doubtful, exact, strict=True):
            replies[place] = replace(reply, seconds=replies[place].seconds)
    return tuple(replies)


def _replies(task: Examination, program: str, vectors: tuple[Vector, ...], supervisor: Supervisor) -> tuple[Reply, ...]:
    with Trial(supervisor, LIMIT_S, libraries(program)) as trial:
        loaded = trial.load(program, task.entry)
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


def measured(task: Examination, traces: tuple[Trace, ...], supervisor: Supervisor) -> tuple[Trace, ...]:
    """Both answers of each trace by the question's measure, where the answer is of the right form and shape."""
    if task.measure is None or not traces:
        return traces
    fit = [trace for trace in traces if fitting.pairs(trace, task)]
    both = [(fitting.wanted(trace, task)[0], fitting.got(trace, task)[0]) for trace in fit]
    vectors = tuple(trace.vector for trace in fit for _ in range(2))
    numbers = _numbers(task, vectors, [answer for pair in both for answer in pair], supervisor)
    if None in numbers[::2]:
        raise SandboxError("oracle-failed", vector="measure", reason="no number for the key's own answer")
    found = dict(zip(map(id, fit), zip(numbers[::2], numbers[1::2], strict=True), strict=True))
    return tuple(replace(trace, measured=found.get(id(trace))) for trace in traces)


def _numbers(
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
