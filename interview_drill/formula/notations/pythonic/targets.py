"""What an answer in Python is assigned to: it claims nothing, unless its name belongs to something else."""

from __future__ import annotations

import ast as syntax

from interview_drill.formula.notations import naming
from interview_drill.formula.notations.pythonic.context import Context


def refuse(here: Context, target: syntax.AST) -> None:
    """Raises AnswerError for `mse = ...` where no squared error is asked for, and for `a[0] = ...` where a[k] is."""
    base = target
    while isinstance(base, syntax.Subscript | syntax.Call):
        base = base.value if isinstance(base, syntax.Subscript) else base.func
    if isinstance(base, syntax.Name):
        refuse_name(here, base.id, target)
    places = _places(target)
    if len(places) in naming.ranks(here.names.scope) and any(map(_is_worked_out, places)):
        raise here.fail("left-names-other", target, name=here.source.typed(target))


def refuse_name(here: Context, name: str, node: syntax.AST) -> None:
    """The same for a name alone, and for one that the question gives to something it is not about."""
    scope = here.names.scope
    symbol = here.names.symbol(name)
    other = symbol is not None and symbol.name in scope.options.get("internal", ())
    if other or naming.names_other_thing(name, scope):
        raise here.fail("left-names-other", node, name=name)


def letters(target: syntax.AST) -> tuple[str, ...]:
    """The index letters that a label names: `a[i] = ...` names i."""
    return tuple(part.id for part in _places(target) if isinstance(part, syntax.Name))


def _places(target: syntax.AST) -> list[syntax.expr]:
    if not isinstance(target, syntax.Subscript):
        return []
    return target.slice.elts if isinstance(target.slice, syntax.Tuple) else [target.slice]


def _is_worked_out(place: syntax.expr) -> bool:
    """Whether an index is a number, or is worked out of one."""
    return isinstance(place, syntax.Constant | syntax.BinOp | syntax.UnaryOp)
