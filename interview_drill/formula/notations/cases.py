"""Written cases: the environment, braces, `a if x > 0 else b`, SymPy's Piecewise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Cases, Logic, Node
from interview_drill.formula.notations import conditions, fences
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import OPENING, Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

IF = ("if", "for")
Row = tuple[Node | None, Node | None]


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
    rows: list[Row] = []
    with parser.deeper(), parser.fenced():
        while not parser.token.is_sign(closer):
            if rows and rows[-1][1] is None:
                raise parser.error("case-after-otherwise", opener)
            parser.take("&")
            rows.append(_row(parser))
            if ";" not in breaks:
                parser.take(";")
            if not parser.take(*breaks):
                break
        parser.expect(closer)
    found = _from_rows(rows)
    if not found.branches:
        raise parser.error("cases-without-condition", opener)
    return found


def _from_rows(rows: Sequence[Row]) -> Cases:
    return _with_holes(rows) if any(value is None for value, _ in rows) else _cases(rows)


def _cases(rows: Sequence[Row]) -> Cases:
    otherwise = next((value for value, holds in rows if holds is None), None)
    return Cases(tuple(row for row in rows if row[1] is not None), otherwise, otherwise is not None)


def _with_holes(rows: Sequence[Row]) -> Cases:
    """Rows of which some say that there is no value: every other one holds only outside of those."""
    holes = tuple(holds for value, holds in rows if value is None and holds is not None)
    said = tuple(holds for _, holds in rows if holds is not None)
    branches = []
    for value, holds in rows:
        if value is not None:
            outside = tuple(Logic("not", (one,)) for one in (said if holds is None else holes))
            branches.append((value, Logic("and", ((holds,) if holds else ()) + outside)))
    return Cases(tuple(branches), None, False)


def _row(parser: Parser) -> Row:
    """One value, None where it is said to be undefined, and when it holds, None for otherwise."""
    value = None if _word(parser, "undefined") else parser.expression()
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


def whole(parser: Parser) -> Node:
    """A whole formula: the condition first, a list of rows, or an expression with or without cases."""
    if parser.token.is_word("if"):
        return _condition_first(parser)
    start = parser.mark()
    value = conditional(parser, parser.expression())
    if not parser.token.is_sign(",") or not any(token.is_sign(";") for token in parser.tokens):
        return value
    end, choices = parser.at, [*parser.choices]
    parser.back_to(start)
    if (found := _listed(parser)) is not None:
        return found
    parser.at, parser.choices = end, choices
    return value


def _condition_first(parser: Parser) -> Node:
    """`if x > 0 then x, otherwise 0`."""
    rows: list[Row] = []
    while _word(parser, "if"):
        holds = conditions.condition(parser)
        parted = parser.take(",", ":") is not None
        if not (_word(parser, "then") or parted):
            raise parser.unexpected()
        rows.append((None if _word(parser, "undefined") else parser.expression(), holds))
        parser.take(",", ";", ".")
    if _word(parser, "otherwise", "else"):
        _word(parser, "then")
        rows.append((None if _word(parser, "undefined") else parser.expression(), None))
    if len(rows) < 2:
        raise parser.error("if-without-else")
    return _from_rows(rows)


def _listed(parser: Parser) -> Node | None:
    """`x, x > 0; 0, x <= 0`: two rows or more, and nothing else."""
    rows: list[Row] = []
    try:
        while not rows or parser.take(";"):
            rows.append(_row(parser))
    except AnswerError:
        return None
    return _from_rows(rows) if len(rows) > 1 and parser.ends() else None


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
