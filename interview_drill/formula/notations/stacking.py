"""TeX's own fraction, `{a \\over b}`: it takes all of the group that it stands in, or the whole formula."""

from __future__ import annotations

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.tokens import CLOSING, OPENING, Token

Tokens = list[Token]


def stacked(tokens: Tokens) -> Tokens:
    """The same with `\\frac{a}{b}`. Raises AnswerError where `\\over` has nothing on a side, or stands there twice."""
    while (place := next((at for at, token in enumerate(tokens) if token.is_sign("over")), None)) is not None:
        first, last = _edge(tokens, place, -1), _edge(tokens, place, 1)
        above, below = tokens[first:place], tokens[place + 1 : last]
        if not above or not below:
            raise AnswerError("fraction-incomplete", tokens[place].at, tokens[place].end)
        if _parted(above + below) or not _delimits(tokens, first):
            raise AnswerError("sign-out-of-place", tokens[place].at, tokens[place].end, sign="\\over")
        line = replace(tokens[place], text="frac", at=above[0].at, spaced=above[0].spaced)
        tokens = [*tokens[:first], line, *_braced(above), *_braced(below), *tokens[last:]]
    return tokens


def _edge(tokens: Tokens, place: int, step: int) -> int:
    """Where the group around a place ends, walking in one direction: the first place, or the one behind the last."""
    opening, closing = (OPENING, CLOSING) if step > 0 else (CLOSING, OPENING)
    depth, at = 0, place + step
    while 0 <= at < len(tokens):
        depth += tokens[at].is_sign(*opening) - tokens[at].is_sign(*closing)
        if depth < 0:
            break
        at += step
    return at if step > 0 else at + 1


def _delimits(tokens: Tokens, first: int) -> bool:
    """Whether TeX ends a group here: at a brace or a bracket with `\\left`, not at a plain one."""
    return first == 0 or tokens[first - 1].is_sign("{") or tokens[first - 1].side.endswith("!")


def _parted(group: Tokens) -> bool:
    """Whether a sign directly in the group would end up inside of the fraction, which nobody means."""
    depth = 0
    for token in group:
        depth += token.nesting
        if depth == 0 and token.is_sign("over", "=", ",", ";", "&", "\\\\"):
            return True
    return False


def _braced(tokens: Tokens) -> Tokens:
    at, end = tokens[0].at, tokens[-1].end
    return [Token("sign", "{", at, at), *tokens, Token("sign", "}", end, end)]
