"""Whether a tree has the value of a key, by evaluation in many worlds."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from mpmath import mpf

from interview_drill.formula import ast
from tests.formula.generators.evaluation import value
from tests.formula.generators.keys import Key, siblings
from tests.formula.generators.values import Senseless, Undefined
from tests.formula.generators.worlds import World

SEEN = mpf(10) ** -6
"""A relative difference that any comparison has to see."""
SAME = mpf(10) ** -20


class Truth(Enum):
    """EQUAL in all worlds, DIFFERENT in some, SENSELESS in some; else UNCLEAR (too close, or undefined in some)."""

    EQUAL = "equal"
    DIFFERENT = "different"
    SENSELESS = "senseless"
    UNCLEAR = "unclear"


def truth(tree: ast.Node, key: Key) -> Truth:
    """A tree beside one key; the first world that tells settles it."""
    found = Truth.EQUAL
    for world in key.worlds:
        here = _in_world(tree, key, world)
        if here in (Truth.DIFFERENT, Truth.SENSELESS):
            return here
        found = here if here is Truth.UNCLEAR else found
    return found


def wrong(tree: ast.Node, key: Key) -> bool:
    """Whether a tree is no right answer to the key's question, in any of its forms."""
    return all(truth(tree, form) in (Truth.DIFFERENT, Truth.SENSELESS) for form in siblings(key.question.id))


def _in_world(tree: ast.Node, key: Key, world: World) -> Truth:
    try:
        wanted = value(key.tree, world)
    except Undefined:
        return Truth.EQUAL
    try:
        return _beside(value(tree, world), wanted)
    except Undefined:
        return Truth.UNCLEAR
    except (Senseless, KeyError, AttributeError):  # a name of another form, an event where a number is wanted
        return Truth.SENSELESS


def _beside(mine: object, wanted: object) -> Truth:
    pairs = list(_pairs(mine, wanted))
    if any(abs(a - b) > SEEN * max(abs(a), abs(b), mpf(10) ** -12) for a, b in pairs):
        return Truth.DIFFERENT
    return Truth.EQUAL if all(abs(a - b) <= SAME * max(abs(a), abs(b), 1) for a, b in pairs) else Truth.UNCLEAR


def _pairs(mine: object, wanted: object) -> Iterable[tuple[mpf, mpf]]:
    """Numbers side by side; a number beside a list stands for each entry."""
    if isinstance(wanted, list):
        each = mine if isinstance(mine, list) else [mine] * len(wanted)
        if len(each) != len(wanted):
            raise Senseless("lengths that do not fit")
        for a, b in zip(each, wanted, strict=True):
            yield from _pairs(a, b)
    elif isinstance(mine, list):
        raise Senseless("a vector for a number")
    else:
        yield mpf(mine), mpf(wanted)
