"""What becomes of a code question's wrong programs: which recipes' vectors kill them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from interview_drill.grader.examining import examine
from interview_drill.grader.report import Report
from interview_drill.kinds.code import wrong_programs
from interview_drill.question import Question


class Fate(Struct, frozen=True):
    """A wrong program: the recipes whose vectors it fails, with how many of them; `finding` is the decisive one."""

    name: str
    finding: str
    killers: Mapping[str, int]

    @property
    def dead(self) -> bool:
        return bool(self.finding)


def fates(question: Question, seed: int) -> list[Fate]:
    """One for each misconception and each mutant, on the vectors of this seed."""
    examination = question.task.examination
    return [fate(name, examine(examination, program, seed)) for name, program in wrong_programs(question).items()]


def fate(name: str, report: Report) -> Fate:
    """What a report comes to."""
    counted = [finding for finding in report.findings if finding.message != "warned"]
    killers: dict[str, int] = {}
    for place in sorted({finding.vector for finding in counted if finding.vector is not None}):
        recipe = report.traces[place].vector.recipe.name
        killers[recipe] = killers.get(recipe, 0) + 1
    return Fate(name, counted[0].message if counted else "", killers)
