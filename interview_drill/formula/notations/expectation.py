"""Expectations: `\\mathbb{E}_{x \\sim P}[...]`, `E_P[...]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_drill.formula.ast import Expectation, Node
from interview_drill.formula.notations import occurrences
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser


def expectation(parser: Parser) -> Node:
    """The mean of what follows in brackets."""
    return behind(parser, parser.advance())


def begins(parser: Parser) -> bool:
    """Whether a plain E here is an expectation: a distribution lowered, then a bracket."""
    if not parser.token.is_sign("_"):
        return False
    end = group_end(parser.tokens, parser.at + 1)
    return end < len(parser.tokens) and parser.tokens[end].is_sign("[", "(", "\\{")


def behind(parser: Parser, token: Token) -> Node:
    """The same behind its letter."""
    if not parser.take("_"):
        raise parser.error("expectation-without-distribution", token)
    parser.expect("{")
    letter = parser.advance().text if _drawn(parser) else None
    parser.take("sim")
    distribution = _distribution(parser)
    parser.expect("}")
    letters = (letter,) if letter else occurrences.index_letters(parser)
    if len(letters) != 1 or not parser.token.is_sign("[", "(", "\\{"):
        raise parser.error("expectation-without-distribution", token)
    with parser.binding(letters):
        body = parser.bracketed()
    return Expectation(letters[0], distribution, body)


def _drawn(parser: Parser) -> bool:
    return parser.token.kind == "name" and parser.ahead().is_sign("sim")


def _distribution(parser: Parser) -> str:
    """The declared array that is drawn from; `P(x)` for it is fine."""
    token = parser.advance()
    found = [one.symbol for one in parser.known.patterns.get(token.text, ()) if one.symbol.type in ("array", "value")]
    if not found:
        raise parser.error("distribution-undeclared", token, name=token.text)
    if parser.token.is_sign("(", "_"):
        parser.at = group_end(parser.tokens, parser.at + parser.token.is_sign("_"))
    return found[0].name
