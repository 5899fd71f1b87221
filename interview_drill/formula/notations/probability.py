"""`P(...)`: events with complements, intersections and unions, and a condition behind the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_drill.formula.ast import Entry, Logic, Name, Node, Probability
from interview_drill.formula.notations import names
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.undeclared import undeclared
from interview_drill.formula.scope import Symbol

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

CLOSERS = {"(": ")", "[": "]", "\\{": "\\}"}


def probability(parser: Parser, token: Token) -> Node:
    """Behind the letter P."""
    if not parser.token.is_sign(*CLOSERS):
        raise parser.error("probability-without-event", token)
    opener = parser.advance()
    with parser.deeper(), parser.fenced("given"):
        event = _events(parser)
        given = _events(parser) if parser.take("|") else None
        if parser.token.is_sign("|"):
            raise parser.error("bar-twice")
        parser.expect(CLOSERS[opener.text])
    return Probability(event, given)


def _events(parser: Parser) -> Node:
    found, operator = [_event(parser)], None
    while parser.token.is_sign("and", "or", ",", ";") or parser.token.is_word("and", "or"):
        text = "or" if parser.advance().text == "or" else "and"
        if operator not in (None, text):
            found = [Logic(operator, tuple(found))]
        operator = text
        found.append(_event(parser))
    return found[0] if operator is None else Logic(operator, tuple(found))


def _event(parser: Parser) -> Node:
    with parser.deeper():
        if parser.take("neg", "sim", "!", "-") or _worded_not(parser):
            return Logic("not", (_event(parser),))
        found = _bracketed(parser) if parser.token.is_sign("(", "{") else _named(parser)
    return Logic("not", (found,)) if _complement(parser) else found


def _worded_not(parser: Parser) -> bool:
    if not parser.token.is_word("neg"):
        return False
    parser.advance()
    return True


def _bracketed(parser: Parser) -> Node:
    closer = ")" if parser.advance().text == "(" else "}"
    found = _events(parser)
    parser.expect(closer)
    return found


def _named(parser: Parser) -> Node:
    token = parser.token
    if token.text in parser.bound:
        raise parser.error("event-bound", token, name=token.text)
    symbol, denied = _symbol(parser, token)
    if symbol is None:
        if token.kind == "name":
            raise undeclared(parser, token)
        raise parser.error("event-missing", parser.tokens[parser.at - 1])
    parser.advance()
    found: Node = Name(symbol.name)
    if parser.token.is_sign("_"):
        found = Entry(found, names.indices(parser, 1))
    return Logic("not", (found,)) if denied else found


def _symbol(parser: Parser, token: Token) -> tuple[Symbol | None, bool]:
    """The declared event, and whether a bar or prime denies it: `\\bar A`, `A'`."""
    for text, denied in ((token.text, False), (token.text.removesuffix("_bar").removesuffix("'"), True)):
        for pattern in parser.known.patterns.get(text, ()):
            if pattern.symbol.type == "event" and len(pattern.tokens) == 1:
                return pattern.symbol, denied
    return None, False


def _complement(parser: Parser) -> bool:
    """`A^c`, `A^C`, `A^\\complement`."""
    if not parser.token.is_sign("^"):
        return False
    braced = parser.ahead().is_sign("{")
    sign = parser.ahead(1 + braced)
    if sign.text not in ("c", "C", "complement"):
        raise parser.error("sign-out-of-place", sign, sign="^")
    parser.at += 4 if braced else 2
    return True
