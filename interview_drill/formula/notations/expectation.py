"""Expectations: `\\mathbb{E}_{x \\sim P}[...]`, `E_P[...]`."""

from __future__ import annotations

from collections.abc import Sequence
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
        return bool(parser.known.distributions) and parser.token.is_sign("[", "\\{")
    end = group_end(parser.tokens, parser.at + 1)
    return end < len(parser.tokens) and parser.tokens[end].is_sign("[", "(", "\\{")


def behind(parser: Parser, token: Token) -> Node:
    """The same behind its letter."""
    if parser.known.distributions:
        return _of_density(parser, token)
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


def _of_density(parser: Parser, token: Token) -> Node:
    """`E_q[...]`, `E_{z \\sim q}[...]`, `E_ε[...]`; a plain `E[...]` is over the usual distribution."""
    declared = parser.known.distributions
    name = next(iter(declared))
    if parser.take("_"):
        end = group_end(parser.tokens, parser.at)
        inner = parser.tokens[parser.at : end]
        known = {text: one for one in reversed(declared) for text in (one, *declared[one].names)}
        found = next((known[text] for text in _by_weight(inner) if text in known), None)
        if found is None:
            raise parser.error("distribution-undeclared", token, name=parser.known_text((inner[0].end, inner[-1].at)))
        name, parser.at = found, end
    if not parser.token.is_sign("[", "(", "\\{"):
        raise parser.error("expectation-without-distribution", token)
    return Expectation(declared[name].variable, name, parser.bracketed())


def _by_weight(inner: Sequence[Token]) -> list[str]:
    """The names in a subscript, those behind a `~` first."""
    drawn = next((at for at, one in enumerate(inner) if one.is_sign("sim")), 0)
    return [one.text for one in (*inner[drawn:], *inner[:drawn]) if one.kind == "name"]
