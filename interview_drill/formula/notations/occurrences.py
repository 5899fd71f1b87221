"""Looking ahead without parsing: does a letter stand in the next product, and which index letters does it hold?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

ENDS = ("+", "-", "=", ",", ";", "&", "\\\\")
OPERATORS = ("*", "dot", "cross", "odot", "/", "//", "^", "_")


def product_end(tokens: Sequence[Token], at: int) -> int:
    """Behind the product that begins at a place: up to a plus, minus or closing bracket outside of brackets."""
    depth, place = 0, at
    while place < len(tokens) and tokens[place].kind != "end":
        token = tokens[place]
        depth += token.nesting
        signed = place == at or tokens[place - 1].is_sign(*OPERATORS)
        if depth < 0 or (depth == 0 and token.is_sign(*ENDS) and not signed):
            return place
        place += 1
    return place


def in_product(tokens: Sequence[Token], at: int, letters: Sequence[str]) -> bool:
    """Whether one of the letters stands free in the product that begins at a place."""
    end = product_end(tokens, at)
    return any(_stands_free(tokens, at, end, letter) for letter in letters)


def _stands_free(tokens: Sequence[Token], at: int, end: int, letter: str) -> bool:
    place = at
    while place < end:
        if tokens[place].kind == "big" and _binds(tokens, place, letter):
            return False
        if tokens[place].kind == "name" and tokens[place].text == letter:
            return True
        place += 1
    return False


def _binds(tokens: Sequence[Token], place: int, letter: str) -> bool:
    """Whether the sum at a place has a letter for its index; one without bounds binds what its body holds."""
    if place + 2 >= len(tokens) or not tokens[place + 1].is_sign("_"):
        return True
    inner = tokens[place + 3 : group_end(tokens, place + 2) - 1]
    return bool(inner) and any(one.kind == "name" and one.text == letter for one in inner[:1])


def index_letters(parser: Parser) -> tuple[str, ...]:
    """The letters in index position of the next product: the undeclared ones, else the declared indices."""
    end = product_end(parser.tokens, parser.at)
    found = [token.text for token in _indexed(parser.tokens, parser.at, end) if token.text not in parser.bound]
    undeclared = dict.fromkeys(text for text in found if text not in parser.known.patterns)
    if undeclared:
        return tuple(undeclared)
    return tuple(dict.fromkeys(text for text in found if _is_index(parser, text)))


def _is_index(parser: Parser, text: str) -> bool:
    symbols = [one.symbol for one in parser.known.patterns.get(text, ()) if len(one.tokens) == 1]
    return any(symbol.type == "index" for symbol in symbols)


def _indexed(tokens: Sequence[Token], at: int, end: int) -> list[Token]:
    """The single letters that stand lowered, or alone in brackets behind a name."""
    found = []
    for place in range(at, end):
        if tokens[place].is_sign("{", "(") and place and _opens_index(tokens, place):
            inner = tokens[place + 1 : group_end(tokens, place) - 1]
            if all(one.kind in ("name", "number") or one.is_sign(",", "+", "-") for one in inner):
                found += [one for one in inner if one.kind == "name" and len(one.text.rstrip("'")) == 1]
    return found


def _opens_index(tokens: Sequence[Token], place: int) -> bool:
    before = tokens[place - 1]
    return before.is_sign("_") or (tokens[place].text == "(" and before.kind == "name")
