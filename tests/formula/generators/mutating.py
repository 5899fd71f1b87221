"""One change in a formula, of the kind that a tired person makes. Whether it matters is for the evaluation to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from msgspec.structs import replace

from interview_drill.formula import ast
from interview_drill.formula.scope import Scope
from interview_drill.formula.trees import walk
from tests.formula.generators.misplacing import another_condition, index_changed, other_bounds
from tests.formula.generators.names import ONE, TWO
from tests.formula.generators.places import Place, places, swapped


@dataclass(frozen=True)
class Mutant:
    """A changed tree and what was done to it."""

    tree: ast.Node
    change: str


THOUSANDTH = ast.Number(Fraction(1, 1000))
OTHER_FUNCTIONS = {
    "exp": ("sigmoid", "tanh", "log"),
    "log": ("log2", "log10", "exp"),
    "sqrt": ("exp", "abs"),
    "abs": ("relu", "exp"),
    "max": ("min",),
    "floor": ("ceil",),
    "sigmoid": ("tanh", "exp", "relu", "log"),
}
OTHER_OPERATORS = {"sum": ("prod", "max"), "max": ("min", "sum")}


def mutants(tree: ast.Node, scope: Scope) -> Iterator[Mutant]:
    """All single changes, without those that leave the tree as it was."""
    seen = {tree}
    for mutant in _all(tree, scope):
        if mutant.tree not in seen:
            seen.add(mutant.tree)
            yield mutant


def _all(tree: ast.Node, scope: Scope) -> Iterator[Mutant]:
    for place in places(tree):
        for change in CHANGES:
            for new in change(place, scope):
                yield Mutant(place.put(new), change.__name__)
    for first, second in _alike(tree, scope):
        yield Mutant(swapped(tree, first, second), "symbols_exchanged")


def _alike(tree: ast.Node, scope: Scope) -> Iterator[tuple[str, str]]:
    """Pairs of declared names of one type and shape, one of which at least is used."""
    used = {node.name for node in walk(tree) if isinstance(node, ast.Name)}
    symbols = [one for one in scope.symbols.values() if not one.answer and one.type not in ("function", "set")]
    for first, second in combinations(symbols, 2):
        if (first.type, first.shape, first.parameters) == (second.type, second.shape, second.parameters) and (
            {first.name, second.name} & used
        ):
            yield first.name, second.name


def _sums(place: Place) -> bool:
    return not isinstance(place.tree, ast.Stack | ast.Compare)


def negated(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Minus):
        yield place.tree.operand
    elif _sums(place):
        yield ast.Minus(place.tree)


def sign_of_one_term(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Minus) and isinstance(place.tree.operand, ast.Plus):
        first, *others = place.tree.operand.terms
        yield ast.Plus((ast.Minus(first), *others))


def term_dropped(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Plus):
        yield from (_rest(ast.Plus, place.tree.terms, at) for at in range(len(place.tree.terms)))


def factor_dropped(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Times):
        for at in range(len(tree.factors)):
            yield _rest(lambda left: ast.Times(left, tree.sign), tree.factors, at)
    if isinstance(tree, ast.Over):
        yield from (tree.numerator, tree.denominator, ast.Over(ONE, tree.denominator))
    if isinstance(tree, ast.Big):
        yield tree.body


def _rest(make: Callable, parts: tuple, at: int) -> ast.Node:
    left = parts[:at] + parts[at + 1 :]
    return left[0] if len(left) == 1 else make(left)


def turned_over(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Over):
        yield ast.Over(place.tree.denominator, place.tree.numerator)
        yield ast.Times((place.tree.numerator, place.tree.denominator), "dot")


def another_symbol(place: Place, scope: Scope) -> Iterator[ast.Node]:
    base = place.tree.base if isinstance(place.tree, ast.Entry) else place.tree
    if not isinstance(base, ast.Name) or base.name not in scope.symbols:
        return
    mine = scope.symbols[base.name]
    for other in scope.symbols.values():
        alike = (other.type, other.shape) == (mine.type, mine.shape) or {other.type, mine.type} == {"value", "array"}
        if alike and other.name != mine.name and not other.answer and mine.type in ("scalar", "array", "value"):
            named = ast.Name(other.name)
            yield replace(place.tree, base=named) if isinstance(place.tree, ast.Entry) else named


def another_function(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Apply) and tree.function != "delta":
        if len(tree.arguments) == 1:
            yield tree.arguments[0]
            yield ast.Apply(tree.function, (tree,))
        for name in OTHER_FUNCTIONS.get(tree.function, ()):
            yield replace(tree, function=name)
    if isinstance(tree, ast.Big):
        yield from (replace(tree, operator=name) for name in OTHER_OPERATORS.get(tree.operator, ()))


def bracket_moved(place: Place, scope: Scope) -> Iterator[ast.Node]:
    """a(b + c) -> ab + c, (a + b)/c -> a + b/c, f(a + b) -> f(a) + b, and back."""
    tree = place.tree
    if isinstance(tree, ast.Times) and isinstance(tree.factors[-1], ast.Plus):
        first, *others = tree.factors[-1].terms
        yield ast.Plus((ast.Times((*tree.factors[:-1], first), tree.sign), *others))
    if isinstance(tree, ast.Over):
        yield from _out_of_fraction(tree)
    if isinstance(tree, ast.Minus) and isinstance(tree.operand, ast.Plus):
        yield ast.Plus((ast.Minus(tree.operand.terms[0]), *tree.operand.terms[1:]))
    if isinstance(tree, ast.Apply) and len(tree.arguments) == 1:
        yield from _out_of_function(tree, tree.arguments[0])
    if isinstance(tree, ast.Big):
        yield from _out_of_sum(tree)
    if isinstance(tree, ast.Plus):
        yield from _into(tree)


def _out_of_fraction(tree: ast.Over) -> Iterator[ast.Node]:
    if isinstance(tree.numerator, ast.Plus):
        *others, last = tree.numerator.terms
        yield ast.Plus((*others, ast.Over(last, tree.denominator)))
    if isinstance(tree.denominator, ast.Plus):
        first, *others = tree.denominator.terms
        yield ast.Plus((ast.Over(tree.numerator, first), *others))


def _out_of_function(tree: ast.Apply, inner: ast.Node) -> Iterator[ast.Node]:
    if isinstance(inner, ast.Plus):
        first, *others = inner.terms
        yield ast.Plus((replace(tree, arguments=(first,)), *others))
        yield ast.Plus(tuple(replace(tree, arguments=(term,)) for term in inner.terms))
    if isinstance(inner, ast.Over):
        yield ast.Over(replace(tree, arguments=(inner.numerator,)), inner.denominator)
    if isinstance(inner, ast.Big):
        yield replace(inner, body=replace(tree, arguments=(inner.body,)))
    if isinstance(inner, ast.Minus):
        yield ast.Minus(replace(tree, arguments=(inner.operand,)))


def _out_of_sum(tree: ast.Big) -> Iterator[ast.Node]:
    body = tree.body
    if isinstance(body, ast.Times):
        yield ast.Times((replace(tree, body=body.factors[0]), *body.factors[1:]), "dot")
        yield ast.Times(tuple(replace(tree, body=one) for one in body.factors), "dot")
    if isinstance(body, ast.Apply) and len(body.arguments) == 1:
        yield replace(body, arguments=(replace(tree, body=body.arguments[0]),))
    if isinstance(body, ast.Power):
        yield ast.Power(replace(tree, body=body.base), body.exponent)


def _into(tree: ast.Plus) -> Iterator[ast.Node]:
    first, second, *others = tree.terms
    if isinstance(second, ast.Times):
        moved = ast.Times((ast.Plus((first, second.factors[0])), *second.factors[1:]), second.sign)
        yield ast.Plus((moved, *others)) if others else moved
    if isinstance(first, ast.Apply) and len(first.arguments) == 1:
        moved = replace(first, arguments=(ast.Plus((first.arguments[0], second)),))
        yield ast.Plus((moved, *others)) if others else moved


def scaled(place: Place, scope: Scope) -> Iterator[ast.Node]:
    """By 1 + 1e-3, by 2, by a half, by a size or its reciprocal."""
    if not _sums(place) or isinstance(place.parent, ast.Compare):
        return
    yield ast.Times((ast.Number(Fraction(1001, 1000)), place.tree), "dot")
    yield ast.Times((TWO, place.tree), "dot")
    yield ast.Times((ast.Over(ONE, TWO), place.tree), "dot")
    for size in scope.symbols.values():
        if size.type == "size" and place.parent is None:
            yield ast.Times((ast.Over(ONE, ast.Name(size.name)), place.tree), "dot")


def moved_a_little(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if _sums(place) and not isinstance(place.tree, ast.Plus):
        yield ast.Plus((place.tree, THOUSANDTH))
        yield ast.Plus((place.tree, ast.Minus(ONE)))
    elif _sums(place):
        yield ast.Plus((*place.tree.terms, THOUSANDTH))


def another_exponent(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Power):
        yield from (tree.base, ast.Power(tree.base, ast.Number(Fraction(3))))
        if isinstance(tree.exponent, ast.Number):
            yield ast.Power(tree.base, ast.Number(tree.exponent.value + Fraction(1, 1000)))
    elif _sums(place) and not isinstance(tree, ast.Number | ast.Minus):
        yield ast.Power(tree, TWO)
    if isinstance(tree, ast.Apply) and tree.function == "sqrt":
        yield ast.Power(tree.arguments[0], TWO)


def another_number(place: Place, scope: Scope) -> Iterator[ast.Node]:
    if isinstance(place.tree, ast.Number):
        yield from (ast.Number(place.tree.value + 1), ast.Number(place.tree.value + Fraction(1, 1000)))
        if place.tree.value > 0:
            yield ast.Number(place.tree.value - 1)


def parts_exchanged(place: Place, scope: Scope) -> Iterator[ast.Node]:
    tree = place.tree
    if isinstance(tree, ast.Stack):
        yield replace(tree, parts=tree.parts[::-1])
        yield from (replace(tree, parts=(one, one)) for one in tree.parts)
    if isinstance(tree, ast.Plus) and any(isinstance(term, ast.Minus) for term in tree.terms):
        yield ast.Plus(tuple(t.operand if isinstance(t, ast.Minus) else ast.Minus(t) for t in tree.terms))
    if isinstance(tree, ast.Plus):
        yield ast.Times(tree.terms, "dot")
        yield ast.Plus((*tree.terms, tree.terms[-1]))
    if isinstance(tree, ast.Times):
        yield ast.Plus(tree.factors)


CHANGES = (
    negated, sign_of_one_term, term_dropped, factor_dropped, turned_over, another_symbol, index_changed,
    another_function, bracket_moved, other_bounds, scaled, moved_a_little, another_exponent, another_number,
    another_condition, parts_exchanged,
)  # fmt: skip
