"""Switches that no point took both ways: a case, a maximum, an absolute value that was only ever on one side.

Where such an answer agrees and is not proved, nothing is known of what lies on the other side: min(x, 2^50).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, proof
from interview_drill.formula.affine import straightened
from interview_drill.formula.agreement import Situation
from interview_drill.formula.comparing import Comparison, of_part
from interview_drill.formula.computed import beyond, computed_with, with_sizes
from interview_drill.formula.elementary import Node, TooLarge, in_order
from interview_drill.formula.idle import Leaves, tells
from interview_drill.formula.marks import foreign
from interview_drill.formula.notations.reading import Chain
from interview_drill.formula.numeric import SNAP
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import bound_by, parts, walk

Sides = dict[str, set[float]]
SWITCHES = ("max", "min", "floor", "ceil", "abs", "sign")
CONSTANTS = {"e", "pi"}
LARGEST_PROVED = 4
"""Proofs are made at the sizes from 1 to this; a number up to it shows there."""


def doubtful(comparison: Comparison, key: ast.Node, proved: bool) -> bool:
    """Whether agreement says too little: a switch over sizes that a proof at small sizes does not see, an end of it
    beyond the sizes declared, or, without a proof, a constant or a switch of the answer's own. (Without a prover
    nothing could be proved: then points decide.)
    """
    trees = [part.tree for chain in comparison.reading.chains for part in chain.parts]
    if any(of_sizes(tree, comparison.reading.scope) for tree in trees):
        return True
    if any(_ends_with_the_range(chain, comparison, key) for chain in comparison.reading.chains):
        return True
    if proved or not proof.available():
        return False
    chains = comparison.reading.chains
    return any(foreign(chain, key) for chain in chains) or unseen(comparison) or _holds_idle(comparison, trees)


def _holds_idle(comparison: Comparison, trees: list[ast.Node]) -> bool:
    """Whether a number or a name of an answer could be another: e^{-e^{2+2}} has but common numbers."""
    situations, arrays = comparison.situations, comparison.notation == "python"

    def shows(tree: ast.Node) -> bool:
        found = of_part(tree, situations, arrays)
        return found.shape is not None or tells(found.numbers)

    leaves = Leaves(comparison.reading.scope)
    return any(leaves.idle(tree, shows) for tree in trees)


def of_sizes(tree: ast.Node, scope: Scope, bound: frozenset[str] = frozenset()) -> bool:
    """Whether a tree holds a switch of nothing but sizes, indices and a number beyond the sizes of a proof."""
    bound = bound.union(bound_by(tree))
    if any(_is_beyond(one, scope, bound) for one in _switches(tree)):
        return True
    return any(of_sizes(part, scope, bound) for part in parts(tree))


def _switches(tree: ast.Tree) -> list[ast.Tree]:
    """A condition, an extreme, a floor; each bound of a sum, which says where it ends."""
    if isinstance(tree, ast.Range):
        return [tree.lower] if tree.upper is None else [tree.lower, tree.upper]
    named = isinstance(tree, ast.Apply) and tree.function in SWITCHES
    return [tree] if named or isinstance(tree, ast.Compare) else []


def _is_beyond(tree: ast.Tree, scope: Scope, bound: frozenset[str]) -> bool:
    """Whether it turns on sizes alone, and may do so beyond those of a proof: at 4 + 4, 2^{1+2}, 1/0.1, e^2.

    Whole numbers that sum to no more than 4 make no larger one, functions apart; where a comparison of sums comes to
    one of names alone, only their factors count: 2 i / 2 = j is i = j.
    """
    tree = with_sizes(tree, scope)
    nodes = list(walk(tree))
    names = {node.name for node in nodes if isinstance(node, ast.Name)}
    counts = {name for name in names if _counts(name, scope, bound)}
    if not counts or names - counts - CONSTANTS:
        return False
    straight = straightened(tree) if isinstance(tree, ast.Compare) and names <= counts else None
    if straight is not None and None not in straight:
        numbers = [value for value in straight.values() if abs(value) != 1]
    else:
        numbers = [node.value for node in nodes if isinstance(node, ast.Number)]
    total = sum(max(abs(one.numerator), one.denominator if one.denominator > 1 else 0) for one in numbers)
    odd = any(isinstance(node, ast.Apply) and node.function not in SWITCHES for node in nodes)
    return total > LARGEST_PROVED or odd or names != counts


def _counts(name: str, scope: Scope, bound: frozenset[str]) -> bool:
    symbol = scope.symbols.get(name)
    return name in bound if symbol is None else symbol.type in ("size", "index")


def _ends_with_the_range(chain: Chain, comparison: Comparison, key: ast.Node) -> bool:
    """Whether an answer that computes with a size, or has a constant of its own, differs beyond the declared range."""
    scope, trees = comparison.reading.scope, [part.tree for part in chain.parts]
    further = beyond(scope, chain.indices)
    if further is None or not (computed_with(trees, scope, chain.indices) or foreign(chain, key)):
        return False
    try:
        situation = Situation(scope, key, further)
    except (AnswerError, TooLarge):
        return False
    try:
        return any(of_part(tree, [situation], comparison.notation == "python").verdict is False for tree in trees)
    except (AnswerError, TooLarge):
        return True


def unseen(comparison: Comparison) -> bool:
    """Whether a gap is hidden, or the answer has a switch of which the points where it agrees show one side only."""
    if any(one.hidden.any() for one in comparison.numbers):
        return True
    sides: Sides = {}
    for numbers, value, situation in zip(comparison.numbers, comparison.written, comparison.situations, strict=False):
        order = in_order(list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value])
        names = _spelled(order)
        whole = {part.serial for node in order if _is_truncation(node) for part in node.parts}
        for node in (node for node in order if node.serial not in whole):
            for place, took in enumerate(_taken(node, situation)):
                found = np.broadcast_to(took, numbers.agree.shape)[numbers.agree]
                sides.setdefault(f"{names[node.serial]}:{place}", set()).update(np.unique(found).tolist())
    return any(len(found) < 2 for found in sides.values())


def _taken(node: Node, situation: Situation) -> Iterator[np.ndarray]:
    """Which way a switch went at each point: whether a condition holds, whether an argument is the one taken.

    0 to a power is one: it is 1 where the exponent is 0.
    """
    if node.op == "cmp":
        yield situation.at_chosen([node])[0].astype(bool)
    elif node.op == "fn" and node.label in ("abs", "sign"):
        yield situation.at_chosen(list(node.parts))[0] > 0
    elif node.op == "fn" and node.label in ("max", "min") and len(node.parts) > 1:
        values = situation.at_chosen(list(node.parts))
        best = values.max(axis=0) if node.label == "max" else values.min(axis=0)
        yield from (one == best for one in values)
    elif node.op == "^" and node.parts[0].number == 0 and node.parts[1].op != "num":
        yield situation.at_chosen([node.parts[1]])[0] == 0
    elif node.label in ("floor", "ceil") or _is_truncation(node):
        yield from _steps(node, situation)


def _steps(node: Node, situation: Situation) -> Iterator[np.ndarray]:
    """On which step a floor stood, and on which edges of steps: there alone floor and ceiling part."""
    inside = node.parts[0].parts[0] if node.op == "cases" else node.parts[0]
    step, argument = situation.at_chosen([node, inside])
    yield step
    yield np.where(np.abs(step - argument) <= SNAP, step, np.inf)


def _is_truncation(node: Node) -> bool:
    """int(x), which is floor or ceiling: one function, and no case that somebody made up."""
    if node.op != "cases" or len(node.parts) != 3:
        return False
    value, _, other = node.parts
    return (value.label, other.label) == ("floor", "ceil") and value.parts == other.parts


def _spelled(order: list[Node]) -> dict[int, str]:
    """What each node looks like, the indices of its entries apart: the terms of a sum are one switch."""
    found: dict[int, str] = {}
    for node in order:
        label = str(node.label).partition("[")[0]
        found[node.serial] = f"{node.op} {label}({','.join(found[part.serial] for part in node.parts)})"
    return found
