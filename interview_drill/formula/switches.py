"""Switches that no point took both ways: a case, a maximum, an absolute value that was only ever on one side.

Where such an answer agrees and is not proved, nothing is known of what lies on the other side: min(x, 2^50).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from interview_drill.formula.agreement import Situation
from interview_drill.formula.comparing import Comparison
from interview_drill.formula.elementary import Node, in_order

Sides = dict[str, set[bool]]


def unseen(comparison: Comparison) -> bool:
    """Whether the answer has a switch of which the points where it agrees show one side only."""
    sides: Sides = {}
    for numbers, value, situation in zip(comparison.numbers, comparison.written, comparison.situations, strict=False):
        order = in_order(list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value])
        names = _spelled(order)
        whole = {part.serial for node in order if _is_truncation(node) for part in node.parts}
        for node in (node for node in order if node.serial not in whole):
            for place, took in enumerate(_taken(node, situation)):
                found = np.broadcast_to(took, numbers.agree.shape)[numbers.agree]
                sides.setdefault(f"{names[node.serial]}:{place}", set()).update(bool(one) for one in np.unique(found))
    return any(len(found) < 2 for found in sides.values())


def _taken(node: Node, situation: Situation) -> Iterator[np.ndarray]:
    """Which way a switch went at each point: whether a condition holds, whether an argument is the one taken."""
    if node.op == "cmp":
        yield situation.at_chosen([node])[0].astype(bool)
    elif node.op == "fn" and node.label in ("abs", "sign"):
        yield situation.at_chosen(list(node.parts))[0] > 0
    elif node.op == "fn" and node.label in ("max", "min") and len(node.parts) > 1:
        values = situation.at_chosen(list(node.parts))
        best = values.max(axis=0) if node.label == "max" else values.min(axis=0)
        yield from (one == best for one in values)


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
