"""Declared spellings, tried at every operand before anything else: the longest that matches wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Name, Node
from interview_drill.formula.notations import names
from interview_drill.formula.notations.lexicon import canonical
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

Filled = dict[str, Node]


def spelled(parser: Parser) -> Node | None:
    """The declared symbol whose spelling stands here, None where none does."""
    best = _longest(parser)
    if best is None:
        return None
    pattern, filled, end = best
    at, parser.at = parser.at, end
    return names.declared_name(parser, pattern.symbol, filled, parser.tokens[at])


def _longest(parser: Parser) -> tuple[Pattern, Filled, int] | None:
    start, best = parser.mark(), None
    for pattern in parser.known.patterns.get(parser.token.text, ()):
        if len(pattern.tokens) == 1 and pattern.tokens[0].text in parser.bound:
            continue
        filled = _matched(parser, pattern)
        if filled is not None and (best is None or parser.at > best[2]):
            best = pattern, filled, parser.at
        parser.back_to(start)
    return best


def _matched(parser: Parser, pattern: Pattern) -> Filled | None:
    filled: Filled = {}
    for place, token in enumerate(pattern.tokens):
        hole = _hole(token, pattern) if place or len(pattern.tokens) > 1 else None
        if hole is None:
            if not parser.token.same(token):
                return None
            parser.advance()
        elif not _fill(parser, pattern, place, hole, filled):
            return None
    return filled if _whole(parser, pattern) else None


def _whole(parser: Parser, pattern: Pattern) -> bool:
    """`y` is not read out of `y_i` where `y_i` is no entry: what must not follow is a subscript that it cannot take."""
    return True


def _hole(token: Token, pattern: Pattern) -> str | None:
    if token.kind != "name":
        return None
    return next((name for name in pattern.holes if canonical(name) == token.text), None)


def _fill(parser: Parser, pattern: Pattern, place: int, hole: str, filled: Filled) -> bool:
    """Read what stands in a hole: one sign where another hole follows, else a whole expression."""
    follows = pattern.tokens[place + 1] if place + 1 < len(pattern.tokens) else None
    try:
        found = _content(parser, follows, pattern)
    except AnswerError:
        return False
    if hole in filled and filled[hole] != found:
        return False
    filled[hole] = found
    return True


def _content(parser: Parser, follows: Token | None, pattern: Pattern) -> Node:
    if pattern.symbol.type == "function":
        return parser.expression()
    with parser.indexing(), parser.fenced("given" if follows is not None and follows.text == "|" else ""):
        if follows is not None and follows.is_sign(",", ")", "}", "]", "|", "||"):
            return parser.expression()
        return names.letter_or_number(parser)


def unfilled(symbol_parameters: tuple[str, ...], filled: Filled) -> tuple[Node, ...]:
    """The arguments of a symbol in order: an unfilled hole is the stem's own letter."""
    return tuple(filled.get(name, Name(name)) for name in symbol_parameters)
