"""One true identity, at one place of a formula. Whether it is true is checked by evaluation too: authors slip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from tests.formula.generators import binding
from tests.formula.generators.names import HALF, ONE, TWO, ZERO, Names
from tests.formula.generators.places import Place, places, renamed


@dataclass(frozen=True)
class Rewriting:
    tree: ast.Node
    identity: str


def rewritings(tree: ast.Node, scope: Scope) -> Iterator[Rewriting]:
    """All rewritings by one identity, each tree once."""
    seen, names = {tree}, Names(scope)
    for place in places(tree):
        for identity in IDENTITIES:
            for new in identity(place, names):
                whole = place.put(new)
                if whole not in seen:
                    seen.add(whole)
                    yield Rewriting(whole, identity.__name__)


def apply(function: str, *arguments: ast.Node) -> ast.Apply:
    return ast.Apply(function, arguments)


def commuted(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Plus):
        yield ast.Plus(tree.terms[::-1])
        yield ast.Plus((*tree.terms[1:], tree.terms[0]))
    if isinstance(tree, ast.Times) and not any(map(names.matrix, tree.factors)):
        yield replace(tree, factors=tree.factors[::-1])
    if isinstance(tree, ast.Apply) and tree.function in ("max", "min", "delta") and len(tree.arguments) == 2:
        yield replace(tree, arguments=tree.arguments[::-1])


def signs(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if not isinstance(tree, ast.Stack | ast.Compare | ast.Number):
        yield ast.Minus(ast.Minus(tree))
    if isinstance(tree, ast.Minus):
        yield ast.Times((ast.Minus(ONE), tree.operand), "dot")
        yield ast.Plus((ZERO, tree))
        if isinstance(tree.operand, ast.Plus):
            yield ast.Plus(tuple(_opposite(term) for term in tree.operand.terms))
    if isinstance(tree, ast.Plus):
        yield ast.Minus(ast.Plus(tuple(_opposite(term) for term in tree.terms)))


def _opposite(tree: ast.Node) -> ast.Node:
    return tree.operand if isinstance(tree, ast.Minus) else ast.Minus(tree)


def distributed(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Times):
        for at, factor in enumerate(tree.factors):
            if isinstance(factor, ast.Plus) and names.scalar(tree):
                before, after = tree.factors[:at], tree.factors[at + 1 :]
                yield ast.Plus(tuple(_product((*before, term, *after), tree.sign) for term in factor.terms))
    if isinstance(tree, ast.Over) and isinstance(tree.numerator, ast.Plus) and names.scalar(tree):
        yield ast.Plus(tuple(ast.Over(term, tree.denominator) for term in tree.numerator.terms))


def _product(factors: tuple[ast.Node, ...], sign: str) -> ast.Node:
    """A product with its minus signs in front."""
    plain = tuple(one.operand if isinstance(one, ast.Minus) else one for one in factors)
    negative = sum(isinstance(one, ast.Minus) for one in factors) % 2
    found = plain[0] if len(plain) == 1 else ast.Times(plain, sign)
    return ast.Minus(found) if negative else found


def quotients(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Over) and names.scalar(tree):
        yield ast.Times((tree.numerator, ast.Over(ONE, tree.denominator)), "dot")
        yield ast.Times((tree.numerator, ast.Power(tree.denominator, ast.Minus(ONE))), "dot")
        yield ast.Over(ONE, ast.Over(tree.denominator, tree.numerator))
        yield ast.Over(ast.Times((TWO, tree.numerator)), ast.Times((TWO, tree.denominator)))
    if names.scalar(tree) and not isinstance(tree, ast.Number | ast.Compare):
        yield ast.Over(ast.Times((TWO, tree), "dot"), TWO)


def exponentials(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function == "exp":
        (inside,) = tree.arguments
        yield ast.Over(ONE, apply("exp", _opposite(inside)))
        yield ast.Over(apply("exp", ast.Plus((inside, ONE))), apply("exp", ONE))
        if isinstance(inside, ast.Plus):
            yield ast.Times(tuple(apply("exp", term) for term in inside.terms), "dot")
    elif names.positive(tree) and not isinstance(tree, ast.Number):
        yield apply("exp", apply("log", tree))


def logarithms(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function == "log":
        (inside,) = tree.arguments
        yield ast.Minus(apply("log", ast.Over(ONE, inside)))
        yield ast.Over(apply("log", ast.Power(inside, TWO)), TWO)
        if isinstance(inside, ast.Over) and names.positive(inside.numerator) and names.positive(inside.denominator):
            yield ast.Plus((apply("log", inside.numerator), ast.Minus(apply("log", inside.denominator))))
        if isinstance(inside, ast.Big) and isinstance(inside.body, ast.Apply) and inside.body.function == "exp":
            yield from _shifted_logarithm(inside, inside.body.arguments[0], names)
    if isinstance(tree, ast.Times) and isinstance(tree.factors[-1], ast.Apply) and tree.factors[-1].function == "log":
        weight, (inside,) = _all_but_last(tree), tree.factors[-1].arguments
        yield apply("log", ast.Power(inside, weight))


def _all_but_last(tree: ast.Times) -> ast.Node:
    left = tree.factors[:-1]
    return left[0] if len(left) == 1 else ast.Times(left, tree.sign)


def _largest(total: ast.Big, body: ast.Node, names: Names) -> Iterator[ast.Big]:
    for letter in list(names.fresh(total))[:1]:
        yield ast.Big("max", (letter,), total.bounds, None, renamed(body, {total.indices[0]: letter}))


def _shifted_logarithm(total: ast.Big, power: ast.Node, names: Names) -> Iterator[ast.Node]:
    for most in _largest(total, power, names):
        inside = apply("exp", ast.Plus((power, ast.Minus(most))))
        yield ast.Plus((most, apply("log", replace(total, body=inside))))


def softmax(place: Place, names: Names) -> Iterator[ast.Node]:
    """exp(u) over a sum of exp(v): both shifted by one amount, or the sum of exp(v - u) turned over."""
    tree = place.tree
    if not isinstance(tree, ast.Over) or not isinstance(tree.denominator, ast.Big):
        return
    top, total = tree.numerator, tree.denominator
    if not (isinstance(top, ast.Apply) and top.function == "exp" and isinstance(total.body, ast.Apply)):
        return
    above, below = top.arguments[0], total.body.arguments[0]
    yield ast.Over(ONE, replace(total, body=apply("exp", ast.Plus((below, ast.Minus(above))))))
    for shift in (ONE, *_largest(total, below, names)):
        lower, upper = (apply("exp", ast.Plus((one, ast.Minus(shift)))) for one in (below, above))
        yield ast.Over(upper, replace(total, body=lower))


def sigmoids(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function == "sigmoid":
        (inside,) = tree.arguments
        less = apply("exp", ast.Minus(inside))
        yield ast.Plus((ONE, ast.Minus(apply("sigmoid", ast.Minus(inside)))))
        yield ast.Over(ONE, ast.Plus((ONE, less)))
        if names.scalar(inside):
            yield ast.Over(apply("exp", inside), ast.Plus((ONE, apply("exp", inside))))
            yield ast.Over(ast.Plus((ONE, apply("tanh", ast.Over(inside, TWO)))), TWO)
    if isinstance(tree, ast.Plus) and len(tree.terms) == 2 and tree.terms[0] == ONE:
        other = _opposite(tree.terms[1])
        if isinstance(other, ast.Apply) and other.function == "sigmoid":
            yield apply("sigmoid", _opposite(other.arguments[0]))


def powers(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Power) and tree.exponent == TWO and names.scalar(tree.base):
        yield ast.Times((tree.base, tree.base), "dot")
        yield ast.Power(apply("abs", tree.base), TWO)
        yield ast.Power(ast.Minus(tree.base), TWO)
    if isinstance(tree, ast.Apply) and tree.function == "sqrt":
        yield ast.Power(tree.arguments[0], HALF)
    if isinstance(tree, ast.Apply) and tree.function == "abs":
        (inside,) = tree.arguments
        yield apply("sqrt", ast.Power(inside, TWO))
        yield apply("max", inside, ast.Minus(inside))
        yield apply("abs", ast.Minus(inside))


def pieces(place: Place, names: Names) -> Iterator[ast.Node]:
    """max(0, x), and the cases of its derivative."""
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function == "max" and tree.arguments[0] == ZERO:
        x = tree.arguments[1]
        yield ast.Over(ast.Plus((x, apply("abs", x))), TWO)
        yield ast.Minus(apply("min", ZERO, ast.Minus(x)))
        yield ast.Plus((x, apply("max", ZERO, ast.Minus(x))))
        yield ast.Times((x, apply("indicator", ast.Compare(">", x, ZERO))), "dot")
        yield ast.Cases(((x, ast.Compare(">", x, ZERO)), (ZERO, ast.Compare("<=", x, ZERO))), None, False)
    if isinstance(tree, ast.Cases) and tree.otherwise is None and len(tree.branches) == 2:
        (one, condition), (other, _) = tree.branches
        yield replace(tree, branches=tree.branches[::-1])
        yield ast.Cases(((one, condition),), other, True)
        if (one, other) == (ONE, ZERO):
            yield apply("indicator", condition)
            yield ast.Over(ast.Plus((ONE, apply("sign", condition.left))), TWO)


def roundings(place: Place, names: Names) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function == "floor":
        yield ast.Minus(apply("ceil", ast.Minus(tree.arguments[0])))
    if isinstance(tree, ast.Plus) and isinstance(tree.terms[0], ast.Apply) and tree.terms[0].function == "floor":
        inside = tree.terms[0].arguments[0]
        yield apply("floor", ast.Plus((inside, *tree.terms[1:])))
        if isinstance(inside, ast.Over):
            yield apply("floor", ast.Over(ast.Plus((inside.numerator, inside.denominator)), inside.denominator))


IDENTITIES: tuple[Callable[[Place, Names], Iterator[ast.Node]], ...] = (
    commuted, signs, distributed, quotients, exponentials, logarithms, softmax, sigmoids, powers, pieces, roundings,
    *binding.IDENTITIES,
)  # fmt: skip
