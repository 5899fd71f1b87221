"""What an answer with an `if` in it comes to: its last expression, or the name that all of its ways assign last."""

from __future__ import annotations

import ast as syntax
from collections.abc import Sequence


def ended(body: Sequence[syntax.stmt]) -> tuple[Sequence[syntax.stmt], syntax.Name | None]:
    """Statements that return their answer, and the name that it is assigned to."""
    *before, last = body
    if isinstance(last, syntax.Expr) and not _is_chain(last.value):
        return [*before, _returning(last.value)], None
    target = _assigned(last)
    if target is None:
        return body, None
    return [*body, _returning(syntax.copy_location(syntax.Name(target.id, syntax.Load()), target))], target


def _is_chain(node: syntax.expr) -> bool:
    """`a == b` claims something, and is no value."""
    return isinstance(node, syntax.Compare) and any(isinstance(one, syntax.Eq) for one in node.ops)


def _returning(node: syntax.expr) -> syntax.Return:
    return syntax.copy_location(syntax.Return(node), node)


def _assigned(statement: syntax.stmt) -> syntax.Name | None:
    """The name that a statement assigns, whichever way it goes."""
    if isinstance(statement, syntax.If):
        ways = [_assigned(way[-1]) for way in (statement.body, statement.orelse or statement.body)]
        return ways[0] if None not in ways and ways[0].id == ways[1].id else None
    if isinstance(statement, syntax.Assign):
        found = statement.targets[0] if len(statement.targets) == 1 else None
    else:
        found = statement.target if isinstance(statement, syntax.AnnAssign | syntax.AugAssign) else None
    return found if isinstance(found, syntax.Name) else None
