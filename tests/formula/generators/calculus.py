"""Derivatives, means and places of extremes by the book: difference quotients at 40 digits, and quadrature.

Imported for its rules, which join those of `evaluation`. Nothing is shared with the engine but the tree.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mpmath import mp, mpf
from numpy.polynomial.hermite_e import hermegauss

from interview_drill.formula import ast
from tests.formula.generators.evaluation import RULES, number, value, whole
from tests.formula.generators.values import Senseless, Undefined, divided, spread
from tests.formula.generators.worlds import World

STEP = mpf(10) ** -13
TINY = mpf(10) ** -15
"""Nearer to 0 than this a step in proportion drowns in rounding."""
NODES, WEIGHTS = (tuple(map(mpf, row)) for row in hermegauss(12))
plain_entry, plain_apply = RULES[ast.Entry], RULES[ast.Apply]


def slope(body: ast.Node, variable: ast.Node, world: World) -> object:
    """The derivative of a body by a name, an entry, a whole vector, or a declared function of a scalar."""
    if isinstance(variable, ast.Apply):
        inner = variable.arguments[0]
        return spread(divided, slope(body, inner, world), slope(variable, inner, world))
    if isinstance(variable, ast.Name) and variable.name in world.arrays:
        entries = (ast.Entry(variable, (ast.Number(Fraction(at)),)) for (at,) in world.arrays[variable.name])
        return [slope(body, entry, world) for entry in entries]
    here = number(variable, world)
    if 0 < abs(here) < TINY:
        raise Undefined
    step = STEP * (abs(here) or 1)
    above, below = (value(body, moved(variable, here + sign * step, world)) for sign in (1, -1))
    return spread(lambda a, b: (a - b) / (2 * step), above, below)


def moved(variable: ast.Node, to: mpf, world: World) -> World:
    """The world with one quantity, declared or defined, at another value."""
    if isinstance(variable, ast.Name):
        if variable.name in world.numbers:
            return replace(world, numbers={**world.numbers, variable.name: to})
        return replace(world, bound={**world.bound, variable.name: to})
    if not isinstance(variable, ast.Entry) or not isinstance(variable.base, ast.Name):
        raise Senseless("a derivative by no name")
    name, places = variable.base.name, tuple(whole(one, world) for one in variable.indices)
    if name in world.arrays:
        return replace(world, arrays={**world.arrays, name: {**world.arrays[name], places: to}})
    return replace(world, bound={**world.bound, (name, places): to})


def _entry(tree: ast.Entry, world: World) -> object:
    """As ever, but for an entry that a derivative holds on to, and a row of a matrix."""
    name = getattr(tree.base, "name", "")
    if any(isinstance(key, tuple) and key[0] == name for key in world.bound):
        held = world.bound.get((name, tuple(whole(one, world) for one in tree.indices)))
        if held is not None:
            return held
    if name in world.arrays and len(tree.indices) < len(world.scope.symbols[name].shape):
        return [plain_entry(ast.Entry(tree.base, (*tree.indices, at)), world) for at in _last_places(name, world)]
    return plain_entry(tree, world)


def _last_places(name: str, world: World) -> list[ast.Node]:
    """The last index of an array, at each of its values."""
    return [ast.Number(Fraction(at)) for at in sorted({places[-1] for places in world.arrays[name]})]


def _apply(tree: ast.Apply, world: World) -> object:
    """A defined function of numbers and indices, or a family of unknown ones, told apart by their index."""
    symbol = world.scope.symbols.get(tree.function)
    if symbol is not None and symbol.value is not None:
        return value(symbol.value, _with_arguments(symbol.parameters, tree.arguments, world))
    if symbol is not None and len(tree.arguments) == 2:
        factor, root = world.wiggle
        at, argument = (number(one, world) for one in tree.arguments)
        return factor * mp.sin(root * argument + at) + at
    return plain_apply(tree, world)


def _with_arguments(parameters: tuple[str, ...], arguments: tuple[ast.Node, ...], world: World) -> World:
    inside = world
    for name, argument in zip(parameters, arguments, strict=True):
        if world.scope.symbols[name].type == "index":
            inside = inside.with_indices(**{name: whole(argument, world)})
        else:
            inside = replace(inside, numbers={**inside.numbers, name: number(argument, world)})
    return inside


def _mean(tree: ast.Expectation, world: World) -> object:
    """Under a normal density by Gauss and Hermite, under an array of probabilities as a sum."""
    densities = world.scope.options.get("distributions", {})
    if tree.distribution not in densities:
        shares = world.arrays[tree.distribution].items()
        inside = ((share, world.with_indices(**{tree.variable: at})) for (at,), share in shares)
        return sum((share * number(tree.body, there) for share, there in inside), mpf(0))
    law = densities[tree.distribution]
    centre, width = number(law.mean, world), mp.sqrt(number(law.variance, world))
    at = (moved(ast.Name(law.variable), centre + width * node, world) for node in NODES)
    terms = [weight * number(tree.body, there) for weight, there in zip(WEIGHTS, at, strict=True)]
    return sum(terms, mpf(0)) / mp.sqrt(2 * mp.pi)


RULES |= {
    ast.Derivative: lambda tree, world: slope(tree.body, tree.variable, world),
    ast.Expectation: _mean,
    ast.Entry: _entry,
    ast.Apply: _apply,
}
