"""A derivation's task made ready for the engine: what is declared as text becomes trees, once a question."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.declaring import prepared_conditions, prepared_symbols
from interview_drill.formula.notations import read
from interview_drill.formula.scope import Normal, Scope
from interview_drill.formula.steps.forms import context, form
from interview_drill.formula.steps.report import Assumed, Derivation
from interview_drill.formula.steps.statements import Sighting, Statement, statement
from interview_drill.formula.steps.truth import Constant
from interview_drill.kinds.derivation import given


@lru_cache(maxsize=64)
def derivation(task) -> Derivation:
    """The task made ready, once. Raises AnswerError where a declared formula cannot be read."""
    scope = _scope(task)
    scope = replace(scope, conditions=prepared_conditions(task.conditions, scope))
    return Derivation(
        scope=scope,
        goals=tuple(tuple(statement(text, scope) for text in goal.forms) for goal in task.goals),
        milestones={name: _sighting(one, scope) for name, one in task.milestones.items()},
        routes=tuple(route.milestones for route in task.routes),
        leap=task.leap,
        premises=tuple(statement(text, scope) for text in task.premises),
        constant=task.constant and Constant(task.constant.name, task.constant.without),
        assumptions={name: _assumed(task, one) for name, one in task.assumptions.items()},
    )


def _sighting(milestone, scope: Scope) -> Sighting:
    """A form about an abbreviation of the stem is also stated by what that is declared as: -Σ p log q for H(p,q).

    Not so where values count: there, to put a definition in is no step.
    """
    stated = [statement(text, scope) for text in milestone.forms]
    meant = [] if milestone.by_value else [_meant(one, scope) for one in stated]
    return Sighting((*stated, *filter(None, meant)), milestone.by_value, milestone.without)


def _meant(one: Statement, scope: Scope) -> Statement | None:
    """A statement about what its first side is declared as, where that is a number's name."""
    first, *others = one.sides
    symbol = scope.symbols.get(first.name) if isinstance(first, ast.Name) else None
    if symbol is None or symbol.value is None or symbol.parameters:
        return None
    return Statement((symbol.value, *others), one.letters, (form(symbol.value, context(scope, {})), *one.forms[1:]))


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
    options |= {"internal": frozenset(task.symbols.keys() - given(task).keys()), "yielding": frozenset(task.internal)}
    return prepared_symbols(task.symbols, options=options)


def _tree(text: str, scope: Scope) -> ast.Node:
    return read(text, scope).chains[0].parts[0].tree
