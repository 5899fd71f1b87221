"""What failing vectors have in common: a tag, or the recipes that they come from."""

from __future__ import annotations

from collections.abc import Sequence

from interview_drill.grader.report import Finding, Shared, Trace


def shared(findings: Sequence[Finding], traces: Sequence[Trace]) -> Shared | None:
    """None where no vector fails."""
    failed = {finding.vector for finding in findings if not finding.harmless and finding.vector is not None}
    if not failed:
        return None
    recipes = {traces[place].vector.recipe.name: traces[place].vector.recipe for place in sorted(failed)}
    passing = [trace for place, trace in enumerate(traces) if place not in failed]
    common = set.intersection(*(set(recipe.tags) for recipe in recipes.values()))
    tags = common - {tag for trace in passing for tag in trace.vector.recipe.tags}
    return Shared(
        tuple(recipes),
        tuple(dict(recipe.says) if recipe.says else recipe.name for recipe in recipes.values()),
        tuple(sorted(tags)),
        len(failed),
        len(traces),
        all(trace.vector.recipe.name not in recipes for trace in passing),
    )
