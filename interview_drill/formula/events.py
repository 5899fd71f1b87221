"""Probabilities of declared events, read off one joint table: what holds for every table holds for probability.

Each declared event doubles the outcomes; a partition A_1, ..., A_n multiplies them by n.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.elementary import Node
from interview_drill.formula.instance import Instance

TABLE = "joint"

Outcome = dict[str, int]
"""Event name -> 1 or 0, or the number of the part that happens."""


def outcomes(here: Instance) -> Iterator[Outcome]:
    """All outcomes of the joint table, in a fixed order."""
    events = sorted(symbol.name for symbol in here.scope.symbols.values() if symbol.type == "event")
    runs = []
    for name in events:
        shape = here.shape(here.scope.symbols[name])
        runs.append(range(1, shape[0] + 1) if shape else range(2))
    for chosen in product(*runs):
        yield dict(zip(events, chosen, strict=True))


def probability(tree: ast.Probability, here: Instance, integer: Callable) -> Node:
    """P(event) or P(event | given) as a quotient of sums over the joint table."""
    given = tree.given

    def both(outcome: Outcome) -> bool:
        return holds(tree.event, outcome, here, integer) and (given is None or holds(given, outcome, here, integer))

    above = _mass(both, here)
    if given is None:
        return above
    return here.pool.div(above, _mass(lambda outcome: holds(given, outcome, here, integer), here))


def _mass(wanted: Callable[[Outcome], bool], here: Instance) -> Node:
    cells = [here.pool.sym(f"{TABLE}[{place}]") for place, outcome in enumerate(outcomes(here), 1) if wanted(outcome)]
    return here.pool.add(*cells)


def holds(event: ast.Node, outcome: Outcome, here: Instance, integer: Callable) -> bool:
    """Whether an event happens in an outcome. Raises AnswerError for what is no event."""
    if isinstance(event, ast.Name) and event.name in outcome:
        _whole(event.name, here)
        return bool(outcome[event.name])
    if isinstance(event, ast.Entry) and isinstance(event.base, ast.Name) and event.base.name in outcome:
        return _part_happens(event, outcome, here, integer)
    if isinstance(event, ast.Logic):
        return LOGIC[event.operator](holds(operand, outcome, here, integer) for operand in event.operands)
    raise AnswerError("not-an-event")


def _whole(name: str, here: Instance) -> None:
    if here.scope.symbols[name].shape:
        raise AnswerError("name-needs-index", name=name)


def _part_happens(event: ast.Entry, outcome: Outcome, here: Instance, integer: Callable) -> bool:
    symbol = here.scope.symbols[event.base.name]
    shape = here.shape(symbol)
    if len(event.indices) != len(shape):
        raise AnswerError("too-many-indices", name=symbol.name, count=len(shape))
    at = integer(event.indices[0], here)
    if not 1 <= at <= shape[0]:
        raise AnswerError("index-outside", name=symbol.name, start=1, size=symbol.shape[0])
    return outcome[symbol.name] == at


LOGIC: dict[str, Callable] = {"and": all, "or": any, "not": lambda operands: not next(operands)}


def described(here: Instance) -> Iterator[tuple[ast.Node, list[Node]]]:
    """The probabilities that settle a table of two events: of each event, and of the later ones given the first.

    A partition is told as a whole: P(A) stands for all P(A_i).
    """
    names = sorted(symbol.name for symbol in here.scope.symbols.values() if symbol.type == "event")
    for name in names:
        yield _told(ast.Name(name), None, here)
    for name in names[1:]:
        yield _told(ast.Name(name), ast.Name(names[0]), here)


def _told(event: ast.Name, given: ast.Name | None, here: Instance) -> tuple[ast.Node, list[Node]]:
    nodes = [
        probability(ast.Probability(one, other), here, lambda index, _: int(index.value))
        for one in _parts(event, here)
        for other in (_parts(given, here) if given else [None])
    ]
    return ast.Probability(event, given), nodes


def _parts(event: ast.Name, here: Instance) -> list[ast.Node]:
    shape = here.shape(here.scope.symbols[event.name])
    return [ast.Entry(event, (ast.Number(Fraction(at)),)) for at in range(1, shape[0] + 1)] if shape else [event]
