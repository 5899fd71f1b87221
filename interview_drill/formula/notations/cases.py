"""Written cases: the environment, braces, `a if x > 0 else b`, SymPy's Piecewise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_drill.formula.ast import Cases, Node
from interview_drill.formula.notations import conditions, fences
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import OPENING, Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

IF = ("if", "for")


def environment(parser: Parser) -> Node:
    """`\\begin{cases} value & condition \\\\ ... \\end{cases}`."""
    return _rows(parser, ("\\\\",), "/cases")


def braced(parser: Parser) -> Node:
    """`\\{ 1, x > 0; 0, x \\le 0 \\}`, else a group."""
    inner = parser.tokens[parser.at : group_end(parser.tokens, parser.at)]
    if any(token.is_sign(";", "\\\\") or token.is_word("otherwise") for token in inner):
        return _rows(parser, (";", "\\\\", ","), OPENING[parser.token.text])
    return fences.group(parser)


def _rows(parser: Parser, breaks: tuple[str, ...], closer: str) -> Node:
    opener = parser.advance()
    branches, otherwise = [], None
    with parser.deeper(), parser.fenced():
        while not parser.token.is_sign(closer):
            value, holds = _row(parser)
            if otherwise is not None:
                raise parser.error("case-after-otherwise", opener)
            branches, otherwise = ([*branches, (value, holds)], None) if holds is not None else (branches, value)
            if not parser.take(*breaks):
                break
        parser.expect(closer)
    if not branches:
        raise parser.error("cases-without-condition", opener)
    return Cases(tuple(branches), otherwise, otherwise is not None)


def _row(parser: Parser) -> tuple[Node, Node | None]:
    value = parser.expression()
    parted = parser.take(",") is not None
    parted = parser.take("&") is not None or parted
    parted = _word(parser, *IF) or parted
    if _word(parser, "otherwise", "else"):
        found = None
    elif parted:
        found = conditions.condition(parser)
    else:
        raise parser.error("cases-without-condition")
    parser.take(",", ".") if not parser.token.is_sign(";") else None
    return value, found


def _word(parser: Parser, *words: str) -> bool:
    if not parser.token.is_word(*words):
        return False
    parser.advance()
    return True


def conditional(parser: Parser, value: Node) -> Node:
    """`value if condition else other`, behind a value."""
    if not _word(parser, "if"):
        return value
    holds = conditions.condition(parser)
    comma = parser.take(",", ";")
    if _word(parser, "else", "otherwise"):
        return Cases(((value, holds),), conditional(parser, parser.expression()), True)
    other = parser.expression() if comma and not parser.ends() else None
    if other is None or not _word(parser, "otherwise", "else"):
        raise parser.error("if-without-else")
    return Cases(((value, holds),), other, True)


def piecewise(parser: Parser, token: Token) -> Node:
    """SymPy's `Piecewise((1, x > 0), (0, True))`, behind its name: the first that holds."""
    branches, otherwise = [], None
    parser.expect("(")
    with parser.deeper(), parser.fenced():
        while parser.token.is_sign("("):
            value, holds = _pair(parser)
            branches, otherwise = ([*branches, (value, holds)], None) if holds is not None else (branches, value)
            if otherwise is not None or not parser.take(","):
                break
        parser.expect(")")
    if not branches:
        raise parser.error("cases-without-condition", token)
    return Cases(tuple(branches), otherwise, True)


def _pair(parser: Parser) -> tuple[Node, Node | None]:
    parser.expect("(")
    value = parser.expression()
    parser.expect(",")
    holds = None if _word(parser, "otherwise") else conditions.condition(parser)
    parser.expect(")")
    return value, holds
