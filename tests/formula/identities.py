"""Identities of the field at a number of classes: for each a function, size -> goals; then pairs of one variable."""

from __future__ import annotations

from interview_drill.formula.proof import Goal
from tests.formula.proof_trees import (
    ONE,
    TWO,
    ZERO,
    A,
    B,
    X,
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


def softmax(z, k):
    return over(exp(z[k]), add(*map(exp, z)))


def shifted_softmax(size):
    z, c = many("z", size), sym("c")
    return [Goal(softmax(z, 0), softmax([sub(entry, c) for entry in z], 0))]


def softmax_shifted_by_its_maximum(size):
    z = many("z", size)
    return [Goal(softmax(z, 0), softmax([sub(entry, fn("max", *z)) for entry in z], 0))]


def softmax_by_ratios(size):
    z = many("z", size)
    return [Goal(softmax(z, 0), over(ONE, add(*(exp(sub(entry, z[0])) for entry in z))))]


def softmax_of_logs(size):
    z = many("z", size)
    return [Goal(softmax(z, 0), exp(sub(z[0], log(add(*map(exp, z))))))]


def logsumexp_shift(size):
    z, m = many("z", size), sym("m")
    return [Goal(log(add(*map(exp, z))), add(m, log(add(*(exp(sub(entry, m)) for entry in z)))))]


def logsumexp_shift_by_the_maximum(size):
    z = many("z", size)
    largest = fn("max", *reversed(z))
    return [Goal(log(add(*map(exp, z))), add(largest, log(add(*(exp(sub(entry, largest)) for entry in z)))))]


def cross_entropy_of_logits(size):
    y, z = many("y", size), many("z", size)
    direct = neg(add(*(mul(y[i], log(softmax(z, i))) for i in range(size))))
    split = sub(mul(add(*y), log(add(*map(exp, z)))), add(*(mul(y[i], z[i]) for i in range(size))))
    return [Goal(direct, split, {f"y[{i}]": "unit" for i in range(1, size + 1)})]


def cross_entropy_of_targets_that_sum_to_one(size):
    y, z = many("y", size), many("z", size)
    direct = neg(add(*(mul(y[i], log(softmax(z, i))) for i in range(size))))
    split = sub(log(add(*map(exp, z))), add(*(mul(y[i], z[i]) for i in range(size))))
    last = {f"y[{size}]": sub(ONE, add(*y[:-1]))}
    return [Goal(direct, split, {f"y[{i}]": "positive" for i in range(1, size + 1)}, last)]


def kl_split(size):
    p, q = many("p", size), many("q", size)
    positive = {name: "positive" for _, name in p + q}
    whole = add(*(mul(a, log(over(a, b))) for a, b in zip(p, q, strict=True)))
    entropy = neg(add(*(mul(a, log(a)) for a in p)))
    crossed = neg(add(*(mul(a, log(b)) for a, b in zip(p, q, strict=True))))
    last = {f"{name}[{size}]": sub(ONE, add(*entries[:-1])) for name, entries in (("p", p), ("q", q))}
    return [Goal(whole, sub(crossed, entropy), positive, last)]


def total_probability(size):
    prior, likelihood = many("prior", size), many("likelihood", size)
    known = {name: "probability" for _, name in prior + likelihood}
    joint = [mul(a, b) for a, b in zip(prior, likelihood, strict=True)]
    odds = over(ONE, add(*(over(term, joint[0]) for term in joint)))
    return [Goal(over(joint[0], add(*joint)), odds, known)]


def l2_norms(size):
    w = many("w", size)
    norm = fn("sqrt", add(*(power(entry, 2) for entry in w)))
    moduli = add(*(power(fn("abs", entry), 2) for entry in w))
    return [Goal(power(norm, 2), add(*(mul(entry, entry) for entry in w))), Goal(power(norm, 2), moduli)]


def l1_norms(size):
    w = many("w", size)
    signs = add(*(mul(fn("sign", entry), entry) for entry in w))
    maxima = add(*(fn("max", entry, neg(entry)) for entry in w))
    roots = add(*(fn("sqrt", power(entry, 2)) for entry in w))
    whole = add(*(fn("abs", entry) for entry in w))
    return [Goal(whole, other) for other in (signs, maxima, roots)]


def lstm_gate(size):
    w, h = many("w", size), many("h", size)
    total = add(*(mul(a, b) for a, b in zip(w, h, strict=True)), B)
    rest = exp(neg(B))
    for a, b in zip(w, h, strict=True):
        rest = over(rest, exp(mul(b, a)))
    return [Goal(sigmoid(total), over(ONE, add(ONE, rest)))]


def convolution(size):
    image = [many(f"I{row}", size) for row in range(size)]
    kernel = [many(f"K{row}", size) for row in range(size)]
    places = [(row, column) for row in range(size) for column in range(size)]
    by_rows = add(*(mul(image[r][c], kernel[r][c]) for r, c in places))
    by_columns = add(*(mul(kernel[r][c], image[r][c]) for c, r in places))
    return [Goal(by_rows, by_columns)]


BY_SIZE = [
    shifted_softmax, softmax_shifted_by_its_maximum, softmax_by_ratios, softmax_of_logs, logsumexp_shift,
    logsumexp_shift_by_the_maximum, cross_entropy_of_logits, cross_entropy_of_targets_that_sum_to_one, kl_split,
    total_probability, l2_norms, l1_norms, lstm_gate, convolution,
]  # fmt: skip

RELU = fn("max", ZERO, X)
TANH = fn("tanh", X)
ACTIVATIONS = {
    "sigmoid by tanh": (sigmoid(X), over(add(ONE, fn("tanh", over(X, TWO))), TWO)),
    "sigmoid by exp(x)": (sigmoid(X), over(exp(X), add(ONE, exp(X)))),
    "sigmoid by halves": (sigmoid(X), over(exp(over(X, TWO)), add(exp(over(X, TWO)), exp(neg(over(X, TWO)))))),
    "sigmoid by cosh": (sigmoid(X), over(exp(over(X, TWO)), mul(TWO, fn("cosh", over(X, TWO))))),
    "sigmoid as a power of e": (sigmoid(X), over(ONE, add(ONE, power(sym("e"), neg(X))))),
    "sigmoid reflected": (sigmoid(neg(X)), sub(ONE, sigmoid(X))),
    "sigmoid's derivative": (mul(sigmoid(X), sub(ONE, sigmoid(X))), over(exp(neg(X)), power(add(ONE, exp(neg(X))), 2))),
    "sigmoid's derivative, symmetric": (
        mul(sigmoid(X), sigmoid(neg(X))),
        over(ONE, add(TWO, exp(X), exp(neg(X)))),
    ),
    "sigmoid's derivative by tanh": (
        mul(sigmoid(X), sub(ONE, sigmoid(X))),
        over(sub(ONE, power(fn("tanh", over(X, TWO)), 2)), num(4)),
    ),
    "log sigmoid": (log(sigmoid(X)), neg(log(add(ONE, exp(neg(X)))))),
    "softplus reflected": (log(add(ONE, exp(X))), add(X, log(add(ONE, exp(neg(X)))))),
    "stable softplus": (log(add(ONE, exp(X))), add(RELU, log(add(ONE, exp(neg(fn("abs", X))))))),
    "tanh by sinh and cosh": (TANH, over(fn("sinh", X), fn("cosh", X))),
    "cosh^2 - sinh^2": (sub(power(fn("cosh", X), 2), power(fn("sinh", X), 2)), ONE),
    "relu by the modulus": (RELU, over(add(X, fn("abs", X)), TWO)),
    "relu by cases": (RELU, cases((X, cmp(">", X, ZERO)), otherwise=ZERO)),
    "relu by two cases": (RELU, cases((X, cmp(">=", X, ZERO)), (ZERO, cmp("<", X, ZERO)))),
    "relu by sign": (RELU, mul(X, over(add(ONE, fn("sign", X)), TWO))),
    "relu by an indicator": (RELU, mul(X, cases((ONE, cmp(">", X, ZERO)), otherwise=ZERO))),
    "relu by min": (RELU, neg(fn("min", ZERO, neg(X)))),
    "relu by a root": (RELU, over(add(X, fn("sqrt", power(X, 2))), TWO)),
    "relu with a negated condition": (RELU, cases((ZERO, ["not", cmp(">", X, ZERO)]), otherwise=X)),
    "modulus by max": (fn("abs", X), fn("max", X, neg(X))),
    "max of three": (fn("max", A, fn("max", B, X)), fn("max", fn("max", X, A), B)),
    "max minus min": (sub(fn("max", A, B), fn("min", A, B)), fn("abs", sub(A, B))),
    "clipping": (fn("min", ONE, fn("max", ZERO, X)), fn("max", ZERO, fn("min", ONE, X))),
    "leaky relu": (
        fn("max", X, over(X, num(10))),
        cases((X, cmp(">", X, ZERO)), otherwise=over(X, num(10))),
    ),
    "x log x with a case": (
        cases((mul(X, log(X)), cmp(">", X, ZERO)), otherwise=ZERO),
        neg(cases((mul(X, log(over(ONE, X))), cmp(">", X, ZERO)), otherwise=ZERO)),
    ),
}
