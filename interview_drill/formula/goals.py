"""From an answer that agrees by numbers to goals for the prover: one for each entry, part and configuration."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import proof
from interview_drill.formula.agreement import Situation, sizes_of
from interview_drill.formula.comparing import Comparison, Subject
from interview_drill.formula.domain import simplexes
from interview_drill.formula.elementary import Node, Pool, TooLarge, as_json, in_order
from interview_drill.formula.events import TABLE
from interview_drill.formula.instance import Value
from interview_drill.formula.notations.reading import Reading
from interview_drill.formula.scope import Scope

PROVED_SIZE = 4


def prove(reading: Reading, asked: Subject, budget_s: float = 2.0) -> bool:
    """Whether SymPy shows every part of every reading equal to the key, at each configuration of sizes up to four."""
    try:
        goals = _goals(reading, asked)
    except (AnswerError, TooLarge):
        return False
    return proof.prove(goals, budget_s).proved


def _goals(reading: Reading, asked: Subject) -> list[proof.Goal]:
    """A goal a scalar entry and configuration, for every part of every reading."""
    goals: dict[str, proof.Goal] = {}
    asked = asked.within(reading.scope)
    for chain in reading.chains:
        for situation in [*asked.situations(chain.indices), *asked.closer(chain)]:
            if not _is_proved_at(situation):
                continue
            for part in chain.parts:
                value = situation.value(part.tree, Pool(), reading.notation == "python")
                for goal in entry_goals(value, situation):
                    goals.setdefault(repr((goal.left, goal.right)), goal)
    return list(goals.values())


def _is_proved_at(situation: Situation) -> bool:
    """Whether proofs are made here: not at large sizes, nor about the constants of an answer."""
    return not situation.marks and max(situation.configuration.sizes.values(), default=1) <= PROVED_SIZE


def proved_sizes(comparison: Comparison) -> tuple[Mapping[str, int], ...]:
    """Of the sizes at which an answer was compared, those of its proof."""
    return sizes_of([one for one in comparison.situations if _is_proved_at(one)])


def entry_goals(value: Value, situation: Situation) -> list[proof.Goal]:
    """A goal for each entry of a value beside its counterpart."""
    wanted = situation.counterpart(value)
    mine = list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value]
    keys = list(wanted.reshape(-1)) if isinstance(wanted, np.ndarray) else [wanted]
    mine = mine * len(keys) if len(mine) == 1 else mine
    return [_goal(left, right, situation) for left, right in zip(mine, keys, strict=True)]


def _goal(left: Node, right: Node, situation: Situation) -> proof.Goal:
    names = [node.label for node in in_order([left, right]) if node.op == "sym"]
    return proof.Goal(as_json(left), as_json(right), *_assumptions(names, situation))


def _assumptions(names: list[str], situation: Situation) -> tuple[dict[str, str], dict[str, list]]:
    """(assumption by atom, what replaces the last entry of everything that sums to 1)."""
    scope = situation.scope
    assumptions = {name: _assumption(scope, name.split("[")[0]) for name in names}
    replaced = {}
    for atoms in simplexes(scope, situation.configuration).values():
        if atoms[-1] in assumptions:
            others = [["neg", ["sym", name]] for name in atoms[:-1]]
            replaced[atoms[-1]] = ["+", ["num", "1"], *others]
            assumptions |= dict.fromkeys(atoms, "positive")
    return assumptions, replaced


def _assumption(scope: Scope, base: str) -> str:
    symbol = scope.symbols.get(base)
    if symbol is None:
        return "positive" if base == TABLE else "real"
    if isinstance(symbol.range, Mapping):
        low = symbol.range.get("low", 0)
        if symbol.range.get("integer"):
            return "positive-integer" if low >= 1 else "nonneg-integer" if low >= 0 else "integer"
        return "positive" if low > 0 else "nonnegative" if low >= 0 else "real"
    return "positive" if symbol.range == "simplex" else str(symbol.range)
