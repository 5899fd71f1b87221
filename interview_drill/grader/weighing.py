"""Traces -> findings: every check on every vector, what decides first, each with the facts that its sentence needs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from interview_drill.grader.checks import ABOUT_THE_ANSWER, CHECKS
from interview_drill.grader.recipes import Vector
from interview_drill.grader.report import Finding, Trace
from interview_drill.grader.task import Declared, Examination
from interview_drill.grader.values import told as in_a_line

WEIGHTS = {"forbidden-warning": 1, "warned": 2}
"""What decides comes first: wrong numbers (0), then what costs credit, then advice."""

ALWAYS = ("ended", "type", "shape")
"""Without these the other checks have nothing to compare, so that no question can leave them out."""

UNSTABLE = {"wrong-value": "unstable", "not-finite": "unstable", "raised": "unstable-raised"}


def weighed(task: Examination, traces: tuple[Trace, ...]) -> list[Finding]:
    """The findings of every check: what makes the answer wrong first, the smallest plain vector before the others."""
    found = [finding for place, trace in enumerate(traces) for finding in of_trace(place, trace, task)]
    found = _unstable(found, traces)
    return sorted(found, key=lambda finding: _weight(finding, traces))


def of_trace(place: int, trace: Trace, task: Examination) -> list[Finding]:
    """One finding about the answer itself, and whatever the other checks find beside it."""
    asked = {check if isinstance(check, str) else check.name: check for check in task.checks}
    about, beside = [], []
    for name, module in CHECKS.items():
        if name not in ALWAYS and name not in asked:
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


def told(findings: list[Finding], traces: tuple[Trace, ...], run: Mapping[str, object]) -> tuple[Finding, ...]:
    """The findings with the facts of the run; the first of each sort, which sentences are made of, with its vector."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.message, finding)
    return tuple(
        replace(each, facts={**run, **(placed(each, traces) if first[each.message] is each else each.facts)})
        for each in findings
    )


def placed(finding: Finding, traces: tuple[Trace, ...]) -> dict[str, object]:
    """The finding's facts with its vector: the recipe, in words where it has them, and the inputs."""
    if finding.vector is None:
        return {"vector": None, "inputs": "", **finding.facts}
    vector = traces[finding.vector].vector
    return {**of_vector(vector), **finding.facts}


def of_vector(vector: Vector) -> dict[str, object]:
    """What a sentence says of a vector; `label` is the recipe in the learner's languages."""
    recipe = vector.recipe
    label = dict(recipe.says) if recipe.says else recipe.name
    return {"vector": recipe.name, "label": label, "inputs": in_a_line(vector.arguments, vector.inputs)}
