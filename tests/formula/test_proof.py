"""The prover shows true identities of the field at every size, never a false one, and never keeps anyone waiting."""

from __future__ import annotations

import pytest

from interview_drill.formula import proof
from interview_drill.formula.proof import Goal
from tests.formula.identities import ACTIVATIONS, BY_SIZE, RELU, softmax
from tests.formula.proof_trees import (
    HALF,
    ONE,
    TWO,
    ZERO,
    A,
    B,
    K,
    N,
    P,
    S,
    X,
    Y,
    add,
    cases,
    cmp,
    exp,
    fn,
    log,
    many,
    mul,
    neg,
    num,
    over,
    power,
    sigmoid,
    sub,
    sym,
)

SIZES = (1, 2, 3, 4)
ALGEBRA = {
    "difference of squares": (sub(power(X, 2), ONE), mul(sub(X, ONE), add(X, ONE))),
    "a fraction that cancels": (over(sub(power(X, 2), ONE), sub(X, ONE)), add(X, ONE)),
    "sin(2x)": (fn("sin", mul(TWO, X)), mul(TWO, fn("sin", X), fn("cos", X))),
    "cos(a + b)": (
        fn("cos", add(A, B)),
        sub(mul(fn("cos", A), fn("cos", B)), mul(fn("sin", A), fn("sin", B))),
    ),
    "tan": (fn("tan", X), over(fn("sin", X), fn("cos", X))),
    "1 + tan^2": (add(ONE, power(fn("tan", X), 2)), over(ONE, power(fn("cos", X), 2))),
    "sin(pi - x)": (fn("sin", sub(sym("pi"), X)), fn("sin", X)),
    "cos(pi/6)": (fn("cos", over(sym("pi"), num(6))), over(fn("sqrt", num(3)), TWO)),
    "sin(5 pi/4)": (fn("sin", mul(num("5/4"), sym("pi"))), neg(over(ONE, fn("sqrt", TWO)))),
    "asin + acos": (add(fn("asin", X), fn("acos", X)), add(mul(ZERO, fn("asin", X)), over(sym("pi"), TWO))),
    "atan is odd": (fn("atan", neg(X)), neg(fn("atan", X))),
    "(x^2)^(1/2)": (power(power(X, 2), HALF), fn("abs", X)),
    "root of a square": (fn("sqrt", add(power(X, 2), mul(TWO, X, Y), power(Y, 2))), fn("abs", add(X, Y))),
    "root of eight": (fn("sqrt", num(8)), mul(TWO, fn("sqrt", TWO))),
    "rational denominator": (over(ONE, fn("sqrt", TWO)), over(fn("sqrt", TWO), TWO)),
    "sqrt(e^x)": (fn("sqrt", exp(X)), exp(over(X, TWO))),
    "2^x": (power(TWO, X), exp(mul(X, log(TWO)))),
    "2^(x+1)": (power(TWO, add(X, ONE)), mul(TWO, power(TWO, X))),
    "log 6": (log(num(6)), add(log(TWO), log(num(3)))),
    "log of x^2": (log(power(X, 2)), mul(TWO, log(fn("abs", X)))),
    "an opaque function": (["call", "F", add(X, X)], ["call", "F", mul(TWO, X)]),
    "an opaque function of an opaque one": (
        ["call", "F", ["call", "G", sub(X, X)]],
        ["call", "F", ["call", "G", ZERO]],
    ),
    "residual gradient": (mul(A, add(ONE, B)), add(A, mul(A, B))),
    "gaussian": (
        exp(neg(over(power(sub(X, Y), 2), TWO))),
        over(exp(mul(X, Y)), mul(exp(over(power(X, 2), TWO)), fn("sqrt", exp(power(Y, 2))))),
    ),
}
DECLARED = {
    "batch norm by a power": (
        add(mul(sym("gamma"), over(sub(X, sym("mu")), fn("sqrt", add(power(S, 2), sym("eps"))))), B),
        add(mul(sym("gamma"), sub(X, sym("mu")), power(add(sym("eps"), mul(S, S)), num("-1/2"))), B),
        {"s": "positive", "eps": "positive"},
    ),
    "batch norm, one root": (
        over(sub(X, Y), fn("sqrt", add(S, A))),
        sub(over(X, fn("sqrt", add(A, S))), over(Y, fn("sqrt", add(S, A)))),
        {"s": "positive", "a": "positive"},
    ),
    "bce from logits": (
        neg(add(mul(Y, log(sigmoid(X))), mul(sub(ONE, Y), log(sub(ONE, sigmoid(X)))))),
        sub(add(RELU, log(add(ONE, exp(neg(fn("abs", X)))))), mul(X, Y)),
        {"y": "unit"},
    ),
    "bce by a product": (
        neg(log(mul(power(P, Y), power(sub(ONE, P), sub(ONE, Y))))),
        neg(add(mul(Y, log(P)), mul(sub(ONE, Y), log(sub(ONE, P))))),
        {"y": "unit", "p": "probability"},
    ),
    "bce by logits of p": (
        add(mul(Y, log(P)), mul(sub(ONE, Y), log(sub(ONE, P)))),
        add(mul(Y, log(over(P, sub(ONE, P)))), log(sub(ONE, P))),
        {"y": "unit", "p": "probability"},
    ),
    "Bayes and its complement": (
        over(mul(A, B), add(mul(A, B), mul(X, sub(ONE, B)))),
        over(ONE, add(ONE, over(mul(X, sub(ONE, B)), mul(A, B)))),
        {"a": "probability", "b": "probability", "x": "probability"},
    ),
    "Bayes in logs": (
        over(mul(A, B), X),
        exp(sub(add(log(A), log(B)), log(X))),
        {"a": "probability", "b": "probability", "x": "probability"},
    ),
    "a log of a mixture of probabilities": (
        log(over(ONE, add(mul(A, B), mul(X, sub(ONE, B))))),
        neg(log(add(mul(A, B), mul(X, sub(ONE, B))))),
        {"a": "probability", "b": "probability", "x": "probability"},
    ),
    "sizes by floor": (
        add(fn("floor", over(sub(add(N, mul(TWO, P)), K), S)), ONE),
        fn("floor", over(add(sub(add(N, mul(TWO, P)), K), S), S)),
        {"n": "nonneg-integer", "p": "nonneg-integer", "k": "positive-integer", "s": "positive-integer"},
    ),
    "sizes by ceil": (
        add(fn("floor", over(sub(add(N, mul(TWO, P)), K), S)), ONE),
        fn("ceil", over(add(sub(add(N, mul(TWO, P)), K), ONE), S)),
        {"n": "nonneg-integer", "p": "nonneg-integer", "k": "positive-integer", "s": "positive-integer"},
    ),
    "floor of an integer": (fn("floor", add(N, HALF)), N, {"n": "integer"}),
    "a root of positives": (
        fn("sqrt", over(A, B)),
        over(fn("sqrt", A), fn("sqrt", B)),
        {"a": "positive", "b": "positive"},
    ),
    "the modulus of a positive": (fn("abs", add(A, ONE)), add(ONE, A), {"a": "nonnegative"}),
    "1 - p is positive": (fn("abs", sub(P, ONE)), sub(ONE, P), {"p": "unit"}),
    "a nonzero symbol's sign": (power(fn("sign", X), 2), ONE, {"x": "nonzero"}),
    "a square and a positive beside it": (
        fn("abs", add(power(X, 2), neg(mul(num(2), X, Y)), power(Y, 2), A)),
        add(power(sub(X, Y), 2), A),
        {"a": "positive"},
    ),
    "a square with a linear term": (fn("abs", add(power(X, 2), mul(num(2), X), ONE)), power(add(X, ONE), 2), {}),
    "a root of a variance": (
        fn("sqrt", add(over(add(power(X, 2), power(Y, 2)), TWO), neg(power(over(add(X, Y), TWO), 2)), A)),
        fn("sqrt", add(over(power(sub(X, Y), 2), num(4)), A)),
        {"a": "positive"},
    ),
    "root times root": (mul(fn("sqrt", A), fn("sqrt", A)), A, {"a": "nonnegative"}),
}
FALSE = {
    "sqrt(x^2) and x": (fn("sqrt", power(X, 2)), X, {}),
    "sqrt(x)^2 and x": (power(fn("sqrt", X), 2), X, {}),
    "2 log x and log x^2": (mul(TWO, log(X)), log(power(X, 2)), {}),
    "exp(log x) and x": (exp(log(X)), X, {}),
    "a form that is no sum of squares": (
        fn("abs", add(power(X, 2), mul(num(3), X, Y), power(Y, 2))),
        add(power(X, 2), mul(num(3), X, Y), power(Y, 2)),
        {},
    ),
    "a square less a positive": (fn("abs", sub(power(X, 2), A)), sub(power(X, 2), A), {"a": "positive"}),
    "a square with too long a linear term": (
        fn("abs", add(power(X, 2), mul(num(3), X), ONE)),
        add(power(X, 2), mul(num(3), X), ONE),
        {},
    ),
    "relu and x": (RELU, X, {}),
    "sign^2 and 1": (power(fn("sign", X), 2), ONE, {}),
    "derivatives that differ at 0": (
        cases((ONE, cmp(">", X, ZERO)), otherwise=ZERO),
        cases((ONE, cmp(">=", X, ZERO)), otherwise=ZERO),
        {},
    ),
    "an uncovered case": (RELU, cases((X, cmp(">", X, ZERO))), {}),
    "softmax and sigmoid": (softmax(many("z", 2), 0), sigmoid(sub(*reversed(many("z", 2)))), {}),
    "F(x) and F(-x)": (["call", "F", X], ["call", "F", neg(X)], {}),
    "F(x) and G(x)": (["call", "F", X], ["call", "G", X], {}),
    "floor and round": (fn("floor", X), X, {}),
    "floor of a sum": (fn("floor", add(A, B)), add(fn("floor", A), fn("floor", B)), {}),
    "division by zero": (over(X, sub(Y, Y)), over(A, sub(B, B)), {}),
    "a modulus that vanishes on half a line": (
        over(sub(fn("abs", X), X), sub(fn("abs", X), X)),
        ONE,
        {},
    ),
    "an indicator in a denominator": (
        over(mul(X, cases((ONE, cmp(">", X, ZERO)), otherwise=ZERO)), cases((ONE, cmp(">", X, ZERO)), otherwise=ZERO)),
        X,
        {},
    ),
    "a shadowed sum": (sigmoid(X), sigmoid(mul(X, num("1001/1000"))), {}),
    "pi declared as a symbol": (fn("sin", sym("pi")), ZERO, {"pi": "real"}),
    "1/x^(1/2)": (fn("sqrt", over(A, B)), over(fn("sqrt", A), fn("sqrt", B)), {}),
    "cube root": (power(power(X, 3), "1/3"), X, {}),
    "(-1)^x": (power(num(-1), X), power(num(-1), add(X, TWO)), {}),
}


@pytest.fixture(scope="module", autouse=True)
def ready():
    """A process of the module's own, gone with it."""
    proof.warm(wait=True)
    yield
    proof.close()


def shows(left, right, symbols=None, **options) -> bool:
    answer = proof.prove([Goal(left, right, symbols or {}, **options)])
    assert answer.reason is None or not answer.reason.startswith("fault"), answer
    return answer.proved


@pytest.mark.parametrize("identity", BY_SIZE, ids=lambda identity: identity.__name__)
def test_identities_of_vectors_are_proved_at_sizes_one_to_four(identity):
    goals = [goal for size in SIZES for goal in identity(size)]
    assert proof.prove(goals).proved


@pytest.mark.parametrize("name", ACTIVATIONS | ALGEBRA)
def test_identities_of_real_numbers_are_proved(name):
    assert shows(*(ACTIVATIONS | ALGEBRA)[name])


@pytest.mark.parametrize("name", DECLARED)
def test_identities_that_need_what_is_declared_are_proved(name):
    assert shows(*DECLARED[name])


@pytest.mark.parametrize("name", FALSE)
def test_what_differs_is_not_proved(name):
    assert not shows(*FALSE[name])


STEP = cases((ONE, cmp(">", X, ZERO)), otherwise=ZERO)


@pytest.mark.parametrize(
    "other",
    [
        cases((ONE, cmp(">=", X, ZERO)), otherwise=ZERO),
        cases((ONE, cmp(">", X, ZERO)), (ZERO, cmp("<", X, ZERO))),
        over(add(ONE, fn("sign", X)), TWO),
        over(add(ONE, over(X, fn("abs", X))), TWO),
    ],
)
def test_a_convention_at_a_single_point_is_left_out_where_the_goal_says_so(other):
    assert shows(STEP, other, almost=True)
    assert not shows(STEP, sub(ONE, other), almost=True)


def test_single_points_of_integers_are_never_left_out():
    step = cases((ONE, cmp(">", N, ZERO)), otherwise=ZERO)
    assert not shows(step, cases((ONE, cmp(">=", N, ZERO)), otherwise=ZERO), {"n": "integer"}, almost=True)


def test_what_a_substitution_replaces_keeps_its_sign():
    """log(1 - a) of the last of a simplex is defined, since that entry was declared positive."""
    last = {"b": sub(ONE, A)}
    assert shows(log(power(B, 2)), mul(TWO, log(sub(ONE, A))), {"a": "positive", "b": "positive"}, substitutions=last)
    assert not shows(log(power(B, 2)), mul(TWO, log(sub(ONE, A))), {"a": "positive"}, substitutions=last)


def test_a_name_without_an_assumption_is_real():
    assert shows(fn("sqrt", power(X, 2)), fn("abs", X))
    assert shows(fn("sqrt", power(X, 2)), X, {"x": "nonnegative"})
