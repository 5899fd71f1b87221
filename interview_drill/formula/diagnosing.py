"""What to say of a comparison: the smallest counterexample, and how a wrong answer is related to the key."""

from __future__ import annotations

from interview_drill.formula import ast
from interview_drill.formula.comparing import Comparison
from interview_drill.formula.counterexample import Counterexample, smallest
from interview_drill.formula.relations import Relation, by_numbers
from interview_drill.formula.trees import walk
from interview_drill.formula.variations import by_change, lacks_brackets

FAR = 12


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
    if by_value or _runs_far(comparison.tree):
        return by_value
    return by_change(comparison.tree, comparison.situations, arrays)


def brackets_missing(comparison: Comparison) -> bool:
    """Whether a wrong answer would be the key with one pair of brackets more."""
    if comparison.shape is not None or _runs_far(comparison.tree):
        return False
    return lacks_brackets(comparison.tree, comparison.situations, comparison.notation == "python")


def _runs_far(tree: ast.Node) -> bool:
    """Whether a sum runs to a far number: no key is a small change away, and to try them all takes long."""
    ranges = (node for node in walk(tree) if isinstance(node, ast.Range))
    return any(isinstance(one.upper, ast.Number) and one.upper.value > FAR for one in ranges)
