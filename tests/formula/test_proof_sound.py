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
DIGITS = 40
CLOSE = mpmath.mpf(10) ** -20
LARGE = 10**6


class Undefined(Exception):
    """No real value here."""


class TooLarge(Exception):
    """A number beyond what forty digits compare."""


def value(tree, point):
    """The real value at a point, in forty digits."""
    op, *rest = tree
    if op == "num":
        top, _, bottom = rest[0].partition("/")
        return mpmath.mpf(int(top)) / int(bottom or 1)
    if op == "sym":
        return point[rest[0]]
    if op == "cases":
        return chosen(rest, point)
    if op in ("fn", "call"):
        return bounded(FUNCTION_VALUES[rest[0]](*(value(part, point) for part in rest[1:])))
    return bounded(OPERATOR_VALUES[op](*(value(part, point) for part in rest)))


def bounded(number):
    if not mpmath.isfinite(number) or abs(number) > LARGE:
        raise TooLarge
    return number


def chosen(branches, point):
    for branch, condition in branches[0]:
        if holds(condition, point):
            return value(branch, point)
    if branches[1] is None:
        raise Undefined
    return value(branches[1], point)


def holds(condition, point):
    op, *rest = condition
    if op == "cmp":
        return COMPARED[rest[0]](value(rest[1], point), value(rest[2], point))
    if op == "not":
        return not holds(rest[0], point)
    return (all if op == "and" else any)([holds(part, point) for part in rest])


def near(a, b):
    if abs(a - b) < CLOSE and a != b:
        raise TooLarge
    return a == b


COMPARED = {
    "<": lambda a, b: not near(a, b) and a < b,
    "<=": lambda a, b: near(a, b) or a < b,
    ">": lambda a, b: not near(a, b) and a > b,
    ">=": lambda a, b: near(a, b) or a > b,
    "=": near,
    "!=": lambda a, b: not near(a, b),
}


def divided(a, b):
    if abs(b) < CLOSE:
        raise Undefined
    return a / b


def powered(a, b):
    if (a == 0 and b <= 0 and b != 0) or (a < 0 and b != int(b)):
        raise Undefined
    if abs(b) > 100:
        raise TooLarge
    if abs(a) < CLOSE and a != 0:
        raise TooLarge
    return a**b


def real(function, low=None, high=None, strict=False):
    def apply(x):
        if (low is not None and (x < low or (strict and x <= low))) or (high is not None and x > high):
            raise Undefined
        return function(x)

    return apply


def whole(function):
    def apply(x):
        if x != int(x) and abs(x - mpmath.nint(x)) < CLOSE:
            raise TooLarge
        return function(x)

    return apply


def small(function, largest):
    def apply(x):
        if abs(x) > largest:
            raise TooLarge
        return function(x)

    return apply


def signed(x):
    near(x, 0)
    return mpmath.sign(x)


def edge(x):
    """Rounding must not decide whether an argument is just outside of a function's domain."""
    for place in (0, 1, -1):
        near(x, place)
    return x


def total(*terms):
    return sum(terms, mpmath.mpf(0))


FUNCTION_VALUES = {
    "exp": small(mpmath.exp, 40), "log": lambda x: real(mpmath.log, 0, strict=True)(edge(x)),
    "sqrt": lambda x: real(mpmath.sqrt, 0)(edge(x)), "abs": abs, "sign": signed,
    "floor": whole(mpmath.floor), "ceil": whole(mpmath.ceil), "sin": mpmath.sin, "cos": mpmath.cos,
    "tan": lambda x: divided(mpmath.sin(x), mpmath.cos(x)), "sinh": small(mpmath.sinh, 40),
    "cosh": small(mpmath.cosh, 40), "tanh": small(mpmath.tanh, 40), "atan": mpmath.atan,
    "asin": lambda x: real(mpmath.asin, -1, 1)(edge(x)),
    "acos": lambda x: real(mpmath.acos, -1, 1)(edge(x)), "max": max, "min": min,
    "F": lambda x: mpmath.sin(3 * x + 1) + x / 7,
}  # fmt: skip
OPERATOR_VALUES = {
    "+": total, "*": lambda *x: mpmath.fprod(x), "/": divided, "^": powered, "neg": lambda x: -x,
}  # fmt: skip

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
