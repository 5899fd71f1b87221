"""Whatever is proved holds in numbers of forty digits: random trees beside their mutants, judged by mpmath."""

from __future__ import annotations

import os
import random

import mpmath
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_drill.formula import proof
from interview_drill.formula.proof import Goal
from tests.formula.proof_values import CLOSE, DIGITS, TooLarge, Undefined, value

FULL = bool(os.environ.get("FULL"))
MUTANTS = 20_000 if FULL else 1_000
NAMES = {
    "x": "real", "y": "real", "p": "positive", "q": "probability", "u": "unit", "n": "integer", "k": "positive-integer",
}  # fmt: skip
FUNCTIONS = (
    "exp", "log", "sqrt", "abs", "sign", "floor", "ceil", "sin", "cos", "tan", "sinh", "cosh", "tanh",
    "atan", "asin", "acos",
)  # fmt: skip
COMPARISONS = ("<", "<=", ">", ">=", "=", "!=")
NUMBERS = ("0", "1", "2", "-1", "1/2", "3")

leaves = st.one_of(
    st.sampled_from([["sym", name] for name in NAMES]),
    st.sampled_from([["num", number] for number in NUMBERS]),
)
exponents = st.sampled_from([["num", number] for number in ("2", "1/2", "-1", "1/3")])


def conditions(trees):
    compared = st.tuples(st.just("cmp"), st.sampled_from(COMPARISONS), trees, trees).map(list)
    joined = st.tuples(st.sampled_from(("and", "or")), compared, compared).map(list)
    return st.one_of(compared, joined, compared.map(lambda one: ["not", one]))


def grown(trees):
    branches = st.lists(st.tuples(trees, conditions(trees)).map(list), min_size=1, max_size=2)
    return st.one_of(
        st.tuples(st.sampled_from(("+", "*")), trees, trees).map(list),
        st.tuples(st.just("/"), trees, trees).map(list),
        st.tuples(st.just("^"), trees, trees | exponents).map(list),
        trees.map(lambda x: ["neg", x]),
        st.tuples(st.sampled_from(FUNCTIONS), trees).map(lambda pair: ["fn", *pair]),
        st.tuples(st.sampled_from(("max", "min")), trees, trees).map(lambda three: ["fn", *three]),
        trees.map(lambda x: ["call", "F", x]),
        st.tuples(branches, st.one_of(st.none(), trees)).map(lambda pair: ["cases", *pair]),
    )


trees = st.recursive(leaves, grown, max_leaves=7)

ONE, TWO = ["num", "1"], ["num", "2"]
CHANGES = [
    lambda x, y: ["neg", x],
    lambda x, y: ["+", x, y],
    lambda x, y: ["fn", "sqrt", ["^", x, TWO]],
    lambda x, y: ["^", ["fn", "sqrt", x], TWO],
    lambda x, y: ["fn", "exp", ["fn", "log", x]],
    lambda x, y: ["fn", "log", ["fn", "exp", x]],
    lambda x, y: ["fn", "abs", x],
    lambda x, y: ["fn", "max", x, ["neg", x]],
    lambda x, y: ["/", ["*", x, y], y],
    lambda x, y: ["+", x, y, ["neg", y]],
    lambda x, y: ["*", ["fn", "sign", x], ["fn", "abs", x]],
    lambda x, y: ["/", ["^", x, TWO], ["fn", "abs", x]],
    lambda x, y: ["/", x, ["+", ONE, ["fn", "exp", y]]],
    lambda x, y: ["cases", [[x, ["cmp", ">", y, ["num", "0"]]]], x],
    lambda x, y: ["cases", [[x, ["cmp", ">", y, ["num", "0"]]]], ["neg", x]],
    lambda x, y: ["cases", [[x, ["cmp", ">=", y, ["num", "0"]]], [x, ["cmp", "<", y, ["num", "0"]]]], None],
    lambda x, y: ["neg", ["fn", "floor", ["neg", x]]],
    lambda x, y: ["fn", "ceil", x],
    lambda x, y: ["^", ["^", x, TWO], ["num", "1/2"]],
    lambda x, y: ["^", ["^", x, ["num", "1/2"]], TWO],
    lambda x, y: ["fn", "max", x, ["fn", "min", x, y]],
    lambda x, y: ["fn", "tan", ["fn", "atan", x]],
    lambda x, y: ["*", x, ["num", "1001/1000"]],
    lambda x, y: y,
]


def places(tree, path=()):
    """Paths to every subtree that is a value."""
    if tree is None:
        return
    if isinstance(tree[0], str) and tree[0] not in ("cmp", "and", "or", "not"):
        yield path
    for place, part in enumerate(tree):
        if isinstance(part, list):
            yield from places(part, (*path, place))


def replaced(tree, path, change):
    if not path:
        return change(tree)
    place, *rest = path
    return [*tree[:place], replaced(tree[place], rest, change), *tree[place + 1 :]]


def mutated(tree, other, chance):
    path = chance.choice(list(places(tree)))
    change = chance.choice(CHANGES)
    return replaced(tree, path, lambda x: change(x, other))


def drawn(name, chance, special):
    kind = NAMES[name]
    if kind in ("integer", "positive-integer"):
        return mpmath.mpf(chance.randint(-3 if kind == "integer" else 1, 4))
    if special and kind in ("real", "unit"):
        return mpmath.mpf(chance.choice((0, 1) if kind == "unit" else (0, 1, -1, 2)))
    low, high = {"real": (-3, 3), "positive": (0.01, 3)}.get(kind, (0.01, 0.99))
    return mpmath.mpf(chance.uniform(low, high))


def at(tree, point):
    """("value", number), ("undefined", None) or ("unknown", None)."""
    try:
        with mpmath.workdps(DIGITS):
            return "value", value(tree, point)
    except Undefined:
        return "undefined", None
    except (TooLarge, OverflowError):
        return "unknown", None


def differs(left, right, chance):
    """A point at which the two differ, or None."""
    for turn in range(24):
        special = turn % 3 == 0
        point = {name: drawn(name, chance, special) for name in NAMES}
        (one, a), (other, b) = at(left, point), at(right, point)
        if one == other == "value" and abs(a - b) > CLOSE * (1 + abs(a)):
            return point
        if not special and {one, other} == {"value", "undefined"} and not whole_numbers_matter(left, right):
            return point
    return None


def whole_numbers_matter(left, right):
    """Integers and steps make zeros of denominators likely; single such points do not count."""
    text = repr((left, right))
    return any(word in text for word in ("'n'", "'k'", "floor", "ceil", "sign"))


@pytest.fixture(scope="module", autouse=True)
def ready():
    proof.warm(wait=True)
    yield
    proof.close()


@given(trees, leaves | trees, st.integers(0, 2**32), st.integers(1, 3))
@settings(max_examples=MUTANTS, deadline=None, suppress_health_check=list(HealthCheck), derandomize=not FULL)
def test_no_mutant_that_differs_is_proved(tree, other, seed, times):
    chance = random.Random(seed)
    mutant = tree
    for _ in range(times):
        mutant = mutated(mutant, other, chance)
    answer = proof.prove([Goal(tree, mutant, NAMES)], budget_s=0.3)
    assert not (answer.reason or "").startswith("fault"), (answer, tree, mutant)
    if answer.proved:
        assert differs(tree, mutant, chance) is None, (tree, mutant)
