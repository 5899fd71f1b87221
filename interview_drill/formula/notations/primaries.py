"""Primaries: what an operand can begin with, each by its first token."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Apply, Node, Number, Over, Power
from interview_drill.formula.notations import (
    big,
    calculus,
    cases,
    conditions,
    expectation,
    fences,
    functions,
    names,
    patterns,
)
from interview_drill.formula.notations.cursor import printed

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser


def primary(parser: Parser) -> Node:
    """One operand. Raises AnswerError where none begins here."""
    for attempt in (patterns.spelled, calculus.derivative):
        if (found := attempt(parser)) is not None:
            return found
    token = parser.token
    read = KINDS.get(token.kind) or (SIGNS.get(token.text) if token.kind == "sign" else None)
    if read is None:
        raise missing(parser)
    return read(parser)


def spelled_with_sign(parser: Parser) -> Node | None:
    """A declared spelling that begins with the minus just stepped over."""
    parser.at -= 1
    if (found := patterns.spelled(parser)) is not None:
        return found
    parser.at += 1
    return None


def missing(parser: Parser) -> AnswerError:
    """The error where an operand is wanted, by what stands before and after."""
    before = parser.tokens[parser.at - 1] if parser.at else None
    if before is not None and before.is_sign("+", "-", "*", "/", "//", "dot", "cross", "odot", "="):
        return parser.error("operand-missing", before, sign=printed(before))
    if parser.token.kind == "word":
        return parser.error("word-out-of-place", word=parser.token.text)
    if before is not None and before.is_sign("(", "[", "{", "⌊", "⌈", "|", "||") and not parser.ends():
        return parser.error("brackets-empty", before)
    return parser.unexpected()


def _number(parser: Parser) -> Node:
    if is_written_indicator(parser):
        parser.advance()
        return conditions.indicator(parser)
    token = parser.advance()
    if _power_of_ten(parser):
        raise parser.error("number-with-e", token)
    return names.number(token.text)


def _power_of_ten(parser: Parser) -> bool:
    """`1e-6`, typed without spaces: a power of ten, or e minus six?"""
    letter, sign, digits = parser.token, parser.ahead(), parser.ahead(2)
    if letter.text != "e" or letter.kind != "name" or letter.spaced or sign.spaced:
        return False
    return sign.kind == "number" or (sign.is_sign("-", "+") and digits.kind == "number" and not digits.spaced)


def is_written_indicator(parser: Parser) -> bool:
    """`1[x>0]`, `1_{x>0}`, `1\\{x>0\\}`: a one before a condition."""
    if parser.token.text != "1":
        return False
    lowered = parser.ahead().is_sign("_")
    if not (lowered or parser.ahead().is_sign("[", "\\{", "{", "(")):
        return False
    return conditions.holds_condition(parser.tokens, parser.at + (2 if lowered else 1))


def _indicator(parser: Parser) -> Node:
    parser.advance()
    return conditions.indicator(parser)


def group(parser: Parser) -> Node:
    """An expression in brackets of any kind."""
    return fences.group(parser)


def _fraction(parser: Parser) -> Node:
    parser.advance()
    return Over(group(parser), group(parser))


def _root(parser: Parser) -> Node:
    """`\\sqrt{x}`, `\\sqrt[3]{x}`, `√x`."""
    token = parser.advance()
    degree = None
    if parser.token.is_sign("["):
        degree = group(parser)
    if not parser.token.is_sign("{", "(") and (parser.ends() or parser.token.kind == "sign"):
        raise parser.error("root-empty", token)
    under = group(parser) if parser.token.is_sign("{", "(") else parser.factor()
    return Apply("sqrt", (under,)) if degree is None else Power(under, Over(Number(Fraction(1)), degree))


def _dots(parser: Parser) -> Node:
    raise parser.error("dots-out-of-place")


KINDS: dict[str, Callable[[Parser], Node]] = {
    "number": _number,
    "name": names.name,
    "function": functions.function,
    "big": big.big,
    "indicator": _indicator,
    "expectation": expectation.expectation,
}
SIGNS: dict[str, Callable[[Parser], Node]] = {
    "(": group,
    "[": fences.square,
    "{": cases.braced,
    "\\{": cases.braced,
    "frac": _fraction,
    "sqrt": _root,
    "|": fences.modulus,
    "||": fences.norm,
    "⌊": fences.rounded,
    "⌈": fences.rounded,
    "⟨": fences.inner_product,
    "cases": cases.environment,
    "matrix": fences.matrix,
    "dots": _dots,
}
