"""What to say of a comparison: the smallest counterexample, and how a wrong answer is related to the key."""

from __future__ import annotations

from interview_drill.formula.comparing import Comparison
from interview_drill.formula.counterexample import Counterexample, smallest
from interview_drill.formula.relations import Relation, by_numbers
from interview_drill.formula.variations import by_change


def counterexample(comparison: Comparison) -> Counterexample | None:
    """The smallest point at which a wrong answer and the key come apart; of a right one, where it is undefined."""
    if comparison.shape is not None:
        return None
    return smallest(comparison.numbers, comparison.written, comparison.situations)


def relation(comparison: Comparison) -> Relation | None:
    """What a wrong answer is to the key, None where nothing simple is found."""
    if comparison.shape is not None:
        return None
    arrays = comparison.notation == "python"
    by_value = by_numbers(comparison.numbers, comparison.situations)
    return by_value or by_change(comparison.tree, comparison.situations, arrays)
