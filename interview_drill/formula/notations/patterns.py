"""Declared spellings, tried at every operand before anything else: the longest that matches wins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula import trees
from interview_drill.formula.ast import Node
from interview_drill.formula.notations import dependence, names
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern, tokenised

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

Filled = dict[str, Node]


def spelled(parser: Parser) -> Node | None:
    """The declared symbol whose spelling stands here, None where none does."""
    best = _typed_without_braces(parser) or _longest(parser)
    if best is None:
        return None
    pattern, filled, end = best
    at, parser.at = parser.at, end
    tree = names.declared_name(parser, pattern.symbol, filled, parser.tokens[at])
    dependence.skip_behind(parser, parser.tokens[at])
    return tree


def _longest(parser: Parser) -> tuple[Pattern, Filled, int] | None:
    patterns = parser.known.patterns.get(parser.token.text)
    if patterns is None:
        return None
    start, best = parser.mark(), None
    for pattern in patterns:
        if len(pattern.tokens) == 1 and pattern.tokens[0].text in parser.bound:
            continue
        if not _goes_on(parser, pattern):
            continue
        filled = _matched(parser, pattern)
        if filled and parser.known.derivatives and _holds(filled, pattern):
            filled = None
        if filled is not None and (best is None or parser.at > best[2]):
            best = pattern, filled, parser.at
        parser.back_to(start)
    return best


def _goes_on(parser: Parser, pattern: Pattern) -> bool:
    """Whether what stands behind the first token can be this spelling: most are told apart there."""
    return len(pattern.tokens) == 1 or pattern.hole_at[1] is not None or parser.ahead().same(pattern.tokens[1])


def _holds(filled: Filled, pattern: Pattern) -> bool:
    """`σ(1-σ)` in a derivation is a product: what stands in the brackets is said with the name itself."""
    name = pattern.symbol.name
    return any(getattr(one, "function", None) == name for tree in filled.values() for one in trees.walk(tree))


def _typed_without_braces(parser: Parser) -> tuple[Pattern, Filled, int] | None:
    """`h_t-1` where `h_{t-1}` is declared: that, or h_t less one; both are tried."""
    name, end = parser.token, parser.at + 1
    if name.kind != "name" or not parser.ahead().is_sign("_", "-", "+"):
        return None
    if parser.ahead().is_sign("_"):
        end = group_end(parser.tokens, end + 1)
    sign, number = parser.tokens[end : end + 2] if end + 1 < len(parser.tokens) else (name, name)
    if not sign.is_sign("-", "+") or sign.spaced or number.kind != "number" or number.spaced:
        return None
    found = re.fullmatch(r"(.+)_(\w)", parser.known_text((name.at, sign.at)))
    pattern = found and _spelling(parser, f"{found[1]}_{{{found[2]}{sign.text}{number.text}}}")
    return (pattern, {}, end + 2) if pattern and parser.choose(2) == 0 else None


def _spelling(parser: Parser, text: str) -> Pattern | None:
    """The declared spelling that a text is, as a whole."""
    tokens = tokenised(text, parser.known.lexicon)
    for pattern in parser.known.patterns.get(tokens[0].text, ()):
        same = all(one.same(other) for one, other in zip(pattern.tokens, tokens, strict=False))
        if same and len(tokens) == len(pattern.tokens) > 1:
            return pattern
    return None


def _matched(parser: Parser, pattern: Pattern) -> Filled | None:
    filled: Filled = {}
    for place, (token, hole) in enumerate(zip(pattern.tokens, pattern.hole_at, strict=True)):
        if hole is None:
            if not parser.token.same(token):
                return None
            parser.advance()
        elif not _fill(parser, pattern, place, hole, filled):
            return None
    return filled


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
