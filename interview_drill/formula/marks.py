"""The constants of an answer: thresholds, clips and steep slopes show only near them."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from interview_drill.formula import ast
from interview_drill.formula.elementary import in_order
from interview_drill.formula.instance import Value
from interview_drill.formula.notations.reading import Chain
from interview_drill.formula.trees import walk

COMMON = {0.0, 0.5, 1.0, 2.0}
MOST_MARKS = 6
MARKS = (1e-12, 1e12)


def marks_of(chain: Chain, key: ast.Node, written: Iterable[Value]) -> tuple[float, ...]:
    """The constants of an answer that the key has not, by size; those of no account left out.

    `written` is what the chain's parts come to somewhere: a constant may be worked out.
    """
    found = _numbers(part.tree for part in chain.parts)
    for value in written:
        roots = list(value.reshape(-1)) if isinstance(value, np.ndarray) else [value]
        found |= {abs(float(node.label)) for node in in_order(roots) if node.op == "num"}
    common = COMMON | _numbers([key])
    return tuple(sorted(one for one in found - common if MARKS[0] <= one <= MARKS[1])[:MOST_MARKS])


def foreign(chain: Chain, key: ast.Node) -> bool:
    """Whether an answer is written with a constant that the key has not, the commonest apart."""
    return bool(_numbers(part.tree for part in chain.parts) - COMMON - _numbers([key]))


def _numbers(trees: Iterable[ast.Node]) -> set[float]:
    return {abs(float(node.value)) for tree in trees for node in walk(tree) if isinstance(node, ast.Number)}
