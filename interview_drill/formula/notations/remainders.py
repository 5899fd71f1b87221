"""`a \\bmod b`: what is left over. Beside a sum or a product nobody says how far it reaches, so brackets are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Minus, Node, Over, Plus, Times
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser


def behind(parser: Parser, start: int, left: Node) -> Node:
    """The remainder of what was read from `start` on, up to the sign here. Raises AnswerError without brackets."""
    sign = parser.advance()
    right = parser.factor()
    ends = parser.ends() or parser.token.nesting < 0
    if not ends or not _is_one_factor(parser, start, sign):
        raise parser.error("mod-needs-brackets", sign)
    whole = Apply("floor", (Over(left, right),))
    return Plus((left, Minus(Times((right, whole)))))


def _is_one_factor(parser: Parser, start: int, end: Token) -> bool:
    """Whether the tokens up to another are one letter or number with its subscript, or one pair of brackets."""
    first = parser.tokens[start]
    place = group_end(parser.tokens, start) if first.nesting > 0 else start + 1
    if parser.tokens[place].is_sign("_"):
        place = group_end(parser.tokens, place + 1)
    return parser.tokens[place] is end and not first.is_sign("-", "+")
