"""examine(): one program against a question's vectors, from the first pipe to the ordered findings."""

from __future__ import annotations

import random
from dataclasses import replace

from interview_drill.errors import SandboxError
from interview_drill.grader import oracle, sandbox
from interview_drill.grader.checks import ABOUT_THE_ANSWER, CHECKS, ended, fitting
from interview_drill.grader.recipes import Vector
from interview_drill.grader.report import Finding, Reply, Report, Trace
from interview_drill.grader.sandbox import Supervisor
from interview_drill.grader.sharing import shared
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.trial import Trial, libraries
from interview_drill.grader.values import told

_ASKED_AGAIN = 2
WEIGHTS = {"forbidden-warning": 1, "warned": 2}
"""What decides comes first: wrong numbers (0), then what costs credit, then advice."""

UNSTABLE = {"wrong-value": "unstable", "not-finite": "unstable", "raised": "unstable-raised"}


def examine(task: Examination, source: str, seed: int, limit_s: float = 10.0, python: str | None = None) -> Report:
    """Run `source` on the vectors of this seed and check every answer.

    The candidate has `limit_s` seconds of wall clock for all vectors. Raises SandboxError where this machine cannot
    run it, or where the key itself does not answer.
    """
    supervisor = sandbox.supervisor(python)
    vectors, wanted = oracle.wanted(task, seed, supervisor)
    with Trial(supervisor, limit_s, libraries(source)) as trial:
        loaded = trial.load(source, task.entry)
        replies = _replies(trial, vectors) if loaded.returned else []
        again = _again(trial, vectors, replies, seed)
    traces = tuple(
        Trace(vector, key, got, again.get(place))
        for place, (vector, key, got) in enumerate(zip(vectors, wanted, replies, strict=False))
    )
    traces = _measured(task, traces, supervisor)
    findings = _at_loading(loaded) if not loaded.returned else _findings(task, traces, len(vectors))
    findings = tuple(_placed(finding, traces, trial.level, seed, limit_s) for finding in findings)
    return Report(findings, traces, trial.level, seed, _printed(trial.printed), shared(findings, traces))


def _replies(trial: Trial, vectors: tuple[Vector, ...]) -> list[Reply]:
    """One reply a vector, as far as the program lives."""
    replies: list[Reply] = []
    for vector in vectors:
        replies.append(trial.call(vector.inputs))
        if replies[-1].status in ("died", "timed-out", "garbled"):
            break
    return replies


def _again(trial: Trial, vectors: tuple[Vector, ...], replies: list[Reply], seed: int) -> dict[int, Reply]:
    """Some vectors once more, when all others have been asked: the first, and another that nobody can foresee."""
    if len(replies) < len(vectors) or not replies or replies[-1].status in ("died", "timed-out", "garbled"):
        return {}
    places = [0, *random.Random(seed).sample(range(1, len(vectors)), min(_ASKED_AGAIN, len(vectors)) - 1)]
    return {place: trial.call(vectors[place].inputs) for place in places if replies[place].returned}


def _measured(task: Examination, traces: tuple[Trace, ...], supervisor: Supervisor) -> tuple[Trace, ...]:
    """Both answers of each trace by the question's measure, where the answer is of the right form and shape."""
    if task.measure is None or not traces:
        return traces
    fit = [trace for trace in traces if fitting.pairs(trace, task)]
    both = [(fitting.wanted(trace, task)[0], fitting.got(trace, task)[0]) for trace in fit]
    vectors = tuple(trace.vector for trace in fit for _ in range(2))
    numbers = oracle.measured(task, vectors, [answer for pair in both for answer in pair], supervisor)
    if None in numbers[::2]:
        raise SandboxError("oracle-failed", vector="measure", reason="no number for the key's own answer")
    found = dict(zip(map(id, fit), zip(numbers[::2], numbers[1::2], strict=True), strict=True))
    return tuple(replace(trace, measured=found.get(id(trace))) for trace in traces)


def _at_loading(loaded: Reply) -> list[Finding]:
    facts = ended.facts(loaded) if loaded.status == "raised" else {"text": loaded.text, "line": loaded.line}
    known = loaded.status in ("unreadable", "no-entry")
    return [Finding(loaded.status if known else f"{loaded.status}-at-load", None, facts)]


def _findings(task: Examination, traces: tuple[Trace, ...], count: int) -> list[Finding]:
    """The findings of every check: what makes the answer wrong first, the smallest plain vector before the others."""
    found = [finding for place, trace in enumerate(traces) for finding in _of(place, trace, task)]
    found = _unstable(found, traces)
    return sorted(found, key=lambda finding: _weight(finding, traces))


def _of(place: int, trace: Trace, task: Examination) -> list[Finding]:
    """One finding about the answer itself, and whatever the other checks find beside it."""
    asked = {check if isinstance(check, str) else check.name: check for check in task.checks}
    about, beside = [], []
    for name, module in CHECKS.items():
        if name != "ended" and name not in asked:
            continue
        declared = asked.get(name)
        found = module.check(trace, task, declared if isinstance(declared, Declared) else None)
        (about if name in ABOUT_THE_ANSWER else beside).extend(found)
    return [replace(finding, vector=place) for finding in (*about[:1], *beside)]


def _unstable(found: list[Finding], traces: tuple[Trace, ...]) -> list[Finding]:
    """What goes wrong on extreme vectors alone, with numbers or by an exception, is called unstable."""
    wrong = [finding for finding in found if not finding.harmless]
    if not all(finding.message in UNSTABLE and traces[finding.vector].vector.extreme for finding in wrong):
        return found
    return [replace(finding, message=UNSTABLE.get(finding.message, finding.message)) for finding in found]


def _weight(finding: Finding, traces: tuple[Trace, ...]) -> tuple:
    vector = traces[finding.vector].vector
    return (WEIGHTS.get(finding.message, 0), vector.extreme, vector.size, finding.vector)


def _placed(finding: Finding, traces: tuple[Trace, ...], level: str, seed: int, limit_s: float) -> Finding:
    """The finding with what every sentence may need: the vector, its inputs, the isolation, the seed."""
    facts = {"vector": None, "inputs": "", "level": level, "seed": seed, "limit_s": limit_s, **finding.facts}
    if finding.vector is not None:
        vector = traces[finding.vector].vector
        facts["vector"] = vector.recipe.name
        facts["label"] = dict(vector.recipe.says) if vector.recipe.says else vector.recipe.name
        facts["inputs"] = told(vector.arguments, vector.inputs)
    return replace(finding, facts=facts)


def _printed(output: bytes) -> str:
    """What the program printed, without anything that could steer a terminal."""
    text = output[:2000].decode("utf-8", "replace")
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)
