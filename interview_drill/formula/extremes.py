"""Places of extremes, told apart without finding them: by the direction in which the objective grows.

Two objectives with equal directions everywhere have equal level sets in equal order, so equal minimisers: constants,
positive factors and increasing functions (the logarithm) change nothing, and nothing else is let through.
"""

from __future__ import annotations

from collections.abc import Callable

from interview_drill.errors import AnswerError
from interview_drill.formula import ast, deriving
from interview_drill.formula.elementary import Node, Pool
from interview_drill.formula.instance import Instance, Value, array


def direction(tree: ast.Big, here: Instance, instantiate: Callable, integer: Callable) -> Value:
    """The unit vector of steepest descent (argmin) or ascent (argmax) of the body by the quantity sought.

    Raises AnswerError where that is no declared scalar or vector.
    """
    if len(tree.indices) != 1 or tree.bounds != (None,) or tree.condition is not None:
        raise AnswerError("operator-not-here", name=tree.operator)
    slopes = deriving.taken(ast.Derivative(tree.body, ast.Name(tree.indices[0])), here, instantiate, integer)
    if getattr(slopes, "ndim", 0) != 1:
        raise AnswerError("operator-not-here", name=tree.operator)
    pool = here.pool
    length = pool.fn("sqrt", pool.add(*(pool.mul(slope, slope) for slope in slopes)))
    return array([_signed(pool.div(slope, length), tree.operator, pool) for slope in slopes])


def _signed(part: Node, operator: str, pool: Pool) -> Node:
    return part if operator == "argmax" else pool.neg(part)
