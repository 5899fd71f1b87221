"""A derivation's task made ready for the engine: what is declared as text becomes trees, once a question."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.declaring import prepared_conditions, prepared_symbols
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Normal, Scope
from interview_drill.formula.steps.report import Assumed, Derivation
from interview_drill.formula.steps.statements import Sighting, statement
from interview_drill.formula.steps.truth import Constant


@lru_cache(maxsize=64)
def derivation(task) -> Derivation:
    """The task made ready, once. Raises AnswerError where a declared formula cannot be read."""
    scope = _scope(task)
    scope = replace(scope, conditions=prepared_conditions(task.conditions, scope))
    milestones = {
        name: Sighting(tuple(statement(text, scope) for text in one.forms), one.by_value, one.without)
        for name, one in task.milestones.items()
    }
    return Derivation(
        scope=scope,
        goals=tuple(tuple(statement(text, scope) for text in goal.forms) for goal in task.goals),
        milestones=milestones,
        routes=tuple(route.milestones for route in task.routes),
        leap=task.leap,
        premises=tuple(statement(text, scope) for text in task.premises),
        constant=task.constant and Constant(task.constant.name, task.constant.without),
        assumptions={name: _assumed(task, one) for name, one in task.assumptions.items()},
    )


def _assumed(task, assumption) -> Assumed:
    """The symbols as they are under an assumption."""
    inside = _scope(replace(task, symbols={**task.symbols, **assumption.symbols}))
    symbols = {name: inside.symbols[name] for name in assumption.symbols}
    return Assumed(symbols, prepared_conditions(assumption.conditions, inside))


def _scope(task) -> Scope:
    """The declared symbols, with the densities that expectations are taken over."""
    plain = {name: replace(one, value=None) for name, one in task.symbols.items()}
    bare = prepared_symbols(plain, options={"derivatives": True})
    densities = {
        name: Normal(one.variable, _tree(one.mean, bare), _tree(one.variance, bare), one.names)
        for name, one in task.distributions.items()
    }
    numerators = {one.letter: one.means for one in task.numerators}
    options = {"derivatives": True, "distributions": densities, "numerators": numerators}
    options["internal"] = frozenset(task.internal)
    return prepared_symbols(task.symbols, options=options)


def _tree(text: str, scope: Scope) -> ast.Node:
    return read(text, scope).chains[0].parts[0].tree
