"""Conditions: comparisons, chains of them, and, or; indicators and Kronecker's delta."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Compare, Logic, Minus, Name, Node
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import CLOSING, OPENING, Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

INFINITE = Name("inf")
COMPARISONS = ("<", "<=", ">", ">=", "=", "!=")


def condition(parser: Parser) -> Node:
    """Comparisons joined by `and`, `or`, a comma."""
    with parser.deeper(), parser.indexing():
        found = [_one(parser)]
        while operator := _joins(parser):
            found.append(_one(parser))
            if operator == "or" or (isinstance(found[0], Logic) and found[0].operator == "or"):
                found = [Logic("or", tuple(found))]
    return found[0] if len(found) == 1 else Logic("and", tuple(found))


def _joins(parser: Parser) -> str | None:
    token = parser.token
    if token.is_sign("and", "or") or token.is_word("and", "or"):
        return parser.advance().text
    return None


def _one(parser: Parser) -> Node:
    if parser.token.is_word("neg") or parser.token.is_sign("neg"):
        parser.advance()
        return Logic("not", (_one(parser),))
    return compared(parser, parser.expression())


def compared(parser: Parser, left: Node) -> Node:
    """The comparison that goes on from its left side: `0 < x < 1` is two."""
    found = []
    while parser.token.is_sign(*COMPARISONS):
        operator = parser.advance().text
        right = parser.expression()
        found.append(Compare(operator, left, right))
        left = right
    if not found:
        raise parser.error("condition-wanted")
    return found[0] if len(found) == 1 else Logic("and", tuple(found))


def holds_condition(tokens: Sequence[Token], at: int) -> bool:
    """Whether the brackets at a place hold a comparison directly inside them, or inside a second pair."""
    if at >= len(tokens) or not tokens[at].is_sign("(", "[", "{", "\\{"):
        return False
    if _doubled(tokens, at):
        return holds_condition(tokens, at + 1)
    depth = 0
    for token in tokens[at : group_end(tokens, at)]:
        depth += token.nesting
        if depth == 1 and token.is_sign(*COMPARISONS):
            return True
    return False


def _doubled(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets hold nothing but a second pair, as in `1_{\\{x>0\\}}`."""
    inner = tokens[at + 1]
    return inner.is_sign("(", "[", "\\{") and group_end(tokens, at + 1) == group_end(tokens, at) - 1


def indicator(parser: Parser) -> Node:
    """The condition in brackets, or lowered, behind an indicator's sign."""
    lowered = parser.take("_")
    if not parser.token.is_sign("(", "[", "{", "\\{"):
        raise parser.error("indicator-without-condition", parser.tokens[max(parser.at - 1, 0)])
    if lowered and _is_interval(parser):
        return Apply("indicator", (_in_interval(parser),))
    return Apply("indicator", (_bracketed(parser),))


def _is_interval(parser: Parser) -> bool:
    """Whether `{(0, \\infty)}` is lowered, and brackets follow with what is in it or not."""
    end = group_end(parser.tokens, parser.at)
    if not _doubled(parser.tokens, parser.at) or not parser.tokens[end].is_sign("("):
        return False
    inner = parser.tokens[parser.at + 2 : end - 2]
    return sum(token.is_sign(",") for token in inner) == 1 and not any(token.is_sign(*COMPARISONS) for token in inner)


def _in_interval(parser: Parser) -> Node:
    """`\\mathbb{1}_{(0, \\infty)}(x)`: whether x lies between two ends, of which one may be infinite."""
    parser.advance()
    opener = parser.advance()
    with parser.fenced():
        low = parser.expression()
        parser.expect(",")
        high = parser.expression()
        closer = parser.expect(OPENING[opener.text])
        parser.expect("}")
        parser.expect("(")
        inside = parser.expression()
        parser.expect(")")
    found = [Compare(_end(opener), low, inside)] if low != Minus(INFINITE) else []
    found += [Compare(_end(closer), inside, high)] if high != INFINITE else []
    if not found:
        raise parser.error("condition-wanted", opener)
    return found[0] if len(found) == 1 else Logic("and", tuple(found))


def _end(bracket: Token) -> str:
    """How what is inside compares with the end of an interval that a bracket stands at."""
    return "<=" if bracket.is_sign("[", "]") or bracket.side == "=" else "<"


def _bracketed(parser: Parser) -> Node:
    doubled = _doubled(parser.tokens, parser.at)
    opener = parser.advance()
    with parser.fenced():
        found = _bracketed(parser) if doubled else condition(parser)
        parser.expect(OPENING[opener.text])
    return found


def delta(parser: Parser, token: Token) -> Node:
    """`\\delta_{ij}`, `\\delta_{i,j}`, `\\delta(i, j)`, `\\delta[i = j]`."""
    if holds_condition(parser.tokens, parser.at):
        return indicator(parser)
    if parser.token.is_sign("_") and holds_condition(parser.tokens, parser.at + 1):
        return indicator(parser)
    parser.take("_")
    opener = parser.advance()
    with parser.indexing(), parser.fenced():
        first = _index(parser, token)
        parser.take(",")
        second = _index(parser, token)
        parser.expect(OPENING[opener.text])
    return Apply("delta", (first, second))


def _index(parser: Parser, token: Token) -> Node:
    if parser.token.is_sign(*CLOSING):
        raise parser.error("delta-needs-two", token)
    commas = [token for token in parser.tokens[parser.at : group_end(parser.tokens, parser.at)] if token.is_sign(",")]
    return parser.expression() if commas or _comma_ahead(parser) else parser.letter()


def _comma_ahead(parser: Parser) -> bool:
    """Whether the two indices are separated by a comma, or this is the one behind it."""
    if parser.tokens[parser.at - 1].is_sign(","):
        return True
    depth = 0
    for token in parser.tokens[parser.at :]:
        depth += token.nesting
        if depth < 0:
            return False
        if depth == 0 and token.is_sign(","):
            return True
    return False
