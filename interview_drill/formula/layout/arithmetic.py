"""Sums, products, quotients and powers -> shapes."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction as Rational

from interview_drill.formula import ast
from interview_drill.formula.layout.precedence import Level, binds, is_bare, is_open, level, names
from interview_drill.formula.layout.setter import Setter
from interview_drill.formula.layout.shapes import Accent, Fence, Fraction, Script, Shape, Sign, parts_of, row

SIGNS = {"dot": "⋅", "cross": "×", "odot": "⊙"}
LONGEST_NUMBER = 40
"""Digits: a number longer than this is shown by its size alone."""


def number(setter: Setter, tree: ast.Number) -> Shape:
    if tree.value < 0:
        return row(Sign("−", "bin"), number(setter, ast.Number(-tree.value)))
    text = decimal(tree.value)
    if text is not None:
        return Sign(text)
    over, under = (digits(part) for part in tree.value.as_integer_ratio())
    return row(over, Sign("/", "mid"), under) if setter.small else Fraction(over, under)


def decimal(value: Rational) -> str | None:
    """The digits of a number, None where they never end or are too many."""
    if value.denominator == 1 and value < 10**LONGEST_NUMBER:
        return str(value.numerator)
    places = next((places for places in range(13) if 10**places % value.denominator == 0), None)
    if places is None or value >= 10**LONGEST_NUMBER:
        return None
    whole = str(int(value * 10**places)).rjust(places + 1, "0")
    return whole if places == 0 else f"{whole[:-places]}.{whole[-places:]}"


def digits(value: int) -> Shape:
    """A whole number; the size of one that is too long to read."""
    if value < 10**LONGEST_NUMBER:
        return Sign(str(value))
    return row(Sign("≈", "rel"), Script(Sign("10"), sup=Sign(str(int(value.bit_length() * 0.30103)))))


def plus(setter: Setter, tree: ast.Plus) -> Shape:
    """Terms with + and − between them; a sum is closed where a later term would fall under its sign."""
    parts: list[Shape] = []
    for place, term in enumerate(tree.terms):
        rest, negative = opposite(term)
        if negative or parts:
            parts.append(Sign("−" if negative else "+", "bin"))
        closed = _swallows(rest, tree.terms[place + 1 :])
        parts.append(setter.closed(rest) if closed else setter.operand(rest, Level.PRODUCT))
    return row(*parts)


def opposite(tree: ast.Node) -> tuple[ast.Node, bool]:
    """A term without its minus sign, and whether it had one."""
    if isinstance(tree, ast.Minus):
        return tree.operand, True
    if isinstance(tree, ast.Number) and tree.value < 0:
        return ast.Number(-tree.value), True
    if isinstance(tree, ast.Times) and isinstance(tree.factors[0], ast.Minus | ast.Number):
        first, negative = opposite(tree.factors[0])
        if negative and level(first) >= Level.PRODUCT:
            return ast.Times((first, *tree.factors[1:]), tree.sign), True
    return tree, False


def _swallows(term: ast.Node, later: Sequence[ast.Node]) -> bool:
    if not later or not is_open(term):
        return False
    bound = binds(term)
    return (not bound and not _ends_in_call(term)) or any(bound & names(one) for one in later)


def _ends_in_call(term: ast.Node) -> bool:
    last = term.factors[-1] if isinstance(term, ast.Times) else term
    last = last.operand if isinstance(last, ast.Minus) else last
    return isinstance(last, ast.Apply) or (isinstance(last, ast.Big) and not last.indices)


def minus(setter: Setter, tree: ast.Minus) -> Shape:
    return row(Sign("−", "bin"), setter.operand(tree.operand, Level.PRODUCT))


def times(setter: Setter, tree: ast.Times) -> Shape:
    parts: list[Shape] = []
    for place in range(len(tree.factors)):
        shape = _factor(setter, tree, place)
        sign = _sign(setter, tree, place, shape) if place else None
        parts += [*([Sign(sign, "bin")] if sign else []), shape]
    return row(*parts)


def _factor(setter: Setter, tree: ast.Times, place: int) -> Shape:
    """One factor, in brackets where a neighbour would be read into it."""
    factor, last = tree.factors[place], place == len(tree.factors) - 1
    if not last and isinstance(factor, ast.Apply) and is_bare(factor):
        head, *argument = parts_of(setter.set(factor))
        return row(head, Fence("(", row(*argument), ")"))
    if not last and is_open(factor):
        return setter.closed(factor)
    if isinstance(factor, ast.Times):
        return setter.set(factor) if factor.sign == tree.sign and tree.sign != "cross" else setter.closed(factor)
    open_end = last and isinstance(factor, ast.Big | ast.Cases | ast.Expectation)
    return setter.operand(factor, Level.PRODUCT if open_end else Level.FACTOR)


def _sign(setter: Setter, tree: ast.Times, place: int, right: Shape) -> str | None:
    """The sign before a factor: what was written, where paper needs it."""
    before, factor = tree.factors[place - 1], tree.factors[place]
    if tree.sign == "@" and setter.is_vector(before) and setter.is_vector(factor):
        return "⋅"
    if tree.sign in ("dot", "cross"):
        return SIGNS[tree.sign]
    if tree.sign == "odot" and setter.is_array(before) and setter.is_array(factor):
        return SIGNS[tree.sign]
    return "⋅" if _starts_with_digit(right) else None


def _starts_with_digit(shape: Shape) -> bool:
    while not isinstance(shape, Sign):
        if not isinstance(shape, Script | Accent) and len(parts_of(shape)) < 2:
            return False
        shape = shape.base if isinstance(shape, Script | Accent) else parts_of(shape)[0]
    return shape.text[:1] in "0123456789"


def over(setter: Setter, tree: ast.Over) -> Shape:
    """A fraction; in an exponent a slash."""
    if not setter.small:
        return Fraction(setter.set(tree.numerator), setter.set(tree.denominator))
    above, below = setter.operand(tree.numerator, Level.PRODUCT), setter.operand(tree.denominator, Level.FACTOR)
    if is_open(tree.numerator):
        above = setter.closed(tree.numerator)
    return row(above, Sign("/", "mid"), below)


def power(setter: Setter, tree: ast.Power) -> Shape:
    return raised(setter.operand(tree.base, Level.BASE), setter.little(tree.exponent))


def raised(base: Shape, exponent: Shape) -> Shape:
    """A base with an exponent; what is not one letter, one entry or one bracket gets brackets."""
    if isinstance(base, Script) and base.sup is None and isinstance(base.base, Sign | Accent | Fence):
        return Script(base.base, base.sub, exponent)
    if isinstance(base, Sign | Accent | Fence) or (isinstance(base, Script) and base.sup is None):
        return Script(base, sup=exponent)
    return Script(Fence("(", base, ")"), sup=exponent)
