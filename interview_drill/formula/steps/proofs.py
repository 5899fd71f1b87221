"""Which of the lines that hold can be proved, within a budget of CPU time for each and for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, proof
from interview_drill.formula.elementary import Pool, TooLarge
from interview_drill.formula.goals import entry_goals
from interview_drill.formula.steps.claims import Side
from interview_drill.formula.steps.forms import holds
from interview_drill.formula.steps.report import LineResult
from interview_drill.formula.steps.truth import Head

LINE_S = 0.4
LARGEST = 3
"""Sizes that a line is proved at."""
MOST_GOALS = 60


def proved(lines: Sequence[LineResult]) -> tuple[int, ...]:
    """The numbers of the lines that are proved at small sizes. After one that takes too long, no more are tried."""
    found: dict[int, bool] = {}
    spent = False
    for line in lines:
        reason = "budget" if spent else _open(line)
        spent = spent or reason == "budget"
        found[line.number] = found.get(line.number, True) and reason is None
    return tuple(number for number, sure in found.items() if sure)


@lru_cache(maxsize=512)
def _open(line: LineResult) -> str | None:
    """Why a line is not proved, None where it is. A line is tried once, however often it is looked at."""
    return unproved(line.equal)


def unproved(equal: Sequence[tuple[Head, Side]]) -> str | None:
    """Why some equations are not proved, None where they are."""
    if any(_is_sampled_only(one) for head, side in equal for one in (head.tree, side.tree)):
        return "not-tried"
    try:
        goals = list(_goals(equal))
    except (AnswerError, TooLarge):
        return "not-tried"
    if len(goals) > MOST_GOALS:
        return "not-tried"
    shown = proof.prove(goals, LINE_S)
    return None if shown.proved else shown.reason or "open"


def _goals(equal: Sequence[tuple[Head, Side]]) -> Iterator[proof.Goal]:
    for head, side in equal:
        for place in head.places(side.tree, side.indices):
            if max(place.configuration.sizes.values(), default=1) <= LARGEST:
                yield from entry_goals(place.value(side.tree, Pool(), side.arrays), place)


def _is_sampled_only(tree: ast.Node) -> bool:
    """Means are sums over rounded nodes, and a minimiser has a stand-in: numbers tell, algebra does not."""
    return holds(
        tree,
        lambda node: (
            isinstance(node, ast.Expectation) or (isinstance(node, ast.Big) and node.operator in ("argmax", "argmin"))
        ),
    )
