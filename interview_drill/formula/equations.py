"""Two formulas outside any question: single letters are real numbers, and either may be an equation."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula import ast
from interview_drill.formula.comparing import Comparison, Subject, compared, of_reading
from interview_drill.formula.declaring import prepared_symbols
from interview_drill.formula.goals import prove
from interview_drill.formula.notations import read
from interview_drill.formula.notations.reading import Chain, Part
from interview_drill.formula.relations import constant_factor
from interview_drill.formula.scope import Declaration, Scope
from interview_drill.formula.trees import walk

SIMPLE = 1000
"""Two equations count as one where their residuals differ by a factor with a numerator and denominator up to this."""


def compare_free(
    expected: str, answer: str, symbols: Mapping[str, Declaration], notation: str | None = None
) -> tuple[Comparison, bool]:
    """(the comparison, whether it was proved). Raises AnswerError where either formula cannot be read."""
    scope = prepared_symbols(symbols, options={"free": True})
    key = read(expected, scope).chains[0]
    if len(key.parts) == 2:
        return _equations(residual(key), answer, scope, notation)
    asked = Subject(scope, key.parts[-1].tree)
    comparison = _of_value(key, answer, asked, notation)
    return comparison, bool(comparison.equal) and prove(comparison.reading, asked)


def _of_value(key: Chain, answer: str, asked: Subject, notation: str | None) -> Comparison:
    """A name of its own on the left of the answer (`f = ...`) is a label here too."""
    reading = read(answer, asked.scope, notation)
    used = {node.name for part in key.parts[-1:] for node in walk(part.tree) if isinstance(node, ast.Name)}
    chains = tuple(_unlabelled(chain, used) for chain in reading.chains)
    if chains == reading.chains:
        return compared(answer, asked, notation)
    return of_reading(replace(reading, chains=chains), asked, answer)


def _unlabelled(chain: Chain, used: set[str]) -> Chain:
    first = chain.parts[0].tree
    if len(chain.parts) > 1 and isinstance(first, ast.Name) and first.name not in used:
        return Chain(chain.parts[1:], first.name, chain.notes, chain.indices)
    return chain


def residual(chain: Chain) -> ast.Node:
    """What an equation says to be zero."""
    left, right = chain.parts
    return ast.Plus((left.tree, ast.Minus(right.tree)))


def _equations(key: ast.Node, answer: str, scope: Scope, notation: str | None) -> tuple[Comparison, bool]:
    """Two equations say the same where one residual is a constant multiple of the other."""
    reading = read(answer, scope, notation)
    chain = reading.chains[0]
    if len(chain.parts) != 2:
        raise AnswerError("equation-wanted", 0, len(answer))
    whole = Part(residual(chain), chain.parts[0].at, chain.parts[1].end)
    alone = replace(reading, chains=(Chain((whole,), None, chain.notes, chain.indices),))
    first = of_reading(alone, Subject(scope, key), answer)
    factor = constant_factor(first.numbers)
    if first.equal or factor is None:
        return first, bool(first.equal) and prove(alone, Subject(scope, key))
    exact = Fraction(factor).limit_denominator(SIMPLE)
    scaled = Subject(scope, ast.Times((ast.Number(exact), key)))
    found = of_reading(alone, scaled, answer)
    return found, bool(found.equal) and prove(alone, scaled)
