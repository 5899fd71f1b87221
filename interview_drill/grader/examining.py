"""examine(): one program against a question's vectors, from the first pipe to the ordered findings."""

from __future__ import annotations

import random

from interview_drill.grader import oracle, sandbox
from interview_drill.grader.checks import ended
from interview_drill.grader.printing import quoted
from interview_drill.grader.probing import probed
from interview_drill.grader.recipes import Vector
from interview_drill.grader.report import Finding, Probes, Reply, Report, Trace
from interview_drill.grader.sharing import shared
from interview_drill.grader.task import Examination
from interview_drill.grader.trial import Trial, libraries
from interview_drill.grader.weighing import told, weighed

_ASKED_AGAIN = 2


def examine(task: Examination, source: str, seed: int, limit_s: float = 10.0, python: str | None = None) -> Report:
    """Run `source` on the vectors of this seed and check every answer.

    The candidate has `limit_s` seconds of wall clock for all vectors. Raises SandboxError where this machine cannot
    run it, or where the key itself does not answer.
    """
    supervisor = sandbox.supervisor(python)
    vectors, wanted = oracle.wanted(task, seed, supervisor)
    with Trial(supervisor, limit_s, libraries(source)) as trial:
        loaded = trial.load(source, task.entry)
        replies = replies_of(trial, vectors) if loaded.returned else []
        again = _again(trial, vectors, replies, seed)
        probes = probed(task, trial, vectors, replies) if again else {}
        replies = trial.settled(replies)
    traces = tuple(
        Trace(vector, key, got, again.get(place), probes=probes.get(place, Probes()))
        for place, (vector, key, got) in enumerate(zip(vectors, wanted, replies, strict=False))
    )
    traces = oracle.measured(task, traces, supervisor)
    findings = _at_loading(loaded) if not loaded.returned else weighed(task, traces)
    findings = told(findings, traces, {"level": trial.level, "seed": seed, "limit_s": limit_s})
    return Report(findings, traces, trial.level, seed, quoted(trial.printed), shared(findings, traces))


def replies_of(trial: Trial, vectors: tuple[Vector, ...]) -> list[Reply]:
    """One reply a vector, as far as the program lives."""
    replies: list[Reply] = []
    for vector in vectors:
        replies.append(trial.call(vector.inputs))
        if replies[-1].last:
            break
    return replies


def _again(trial: Trial, vectors: tuple[Vector, ...], replies: list[Reply], seed: int) -> dict[int, Reply]:
    """Some vectors once more, when all others have been asked: the first, and another that nobody can foresee."""
    if len(replies) < len(vectors) or not replies or replies[-1].last:
        return {}
    places = [0, *random.Random(seed).sample(range(1, len(vectors)), min(_ASKED_AGAIN, len(vectors)) - 1)]
    return {place: trial.call(vectors[place].inputs, recall=True) for place in places if replies[place].returned}


def _at_loading(loaded: Reply) -> list[Finding]:
    facts = ended.facts(loaded) if loaded.status == "raised" else {"text": loaded.text, "line": loaded.line}
    known = loaded.status in ("unreadable", "no-entry")
    return [Finding(loaded.status if known else f"{loaded.status}-at-load", None, facts)]
