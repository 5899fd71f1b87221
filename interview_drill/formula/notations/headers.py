"""What stands under and over a sum sign: `i=1`, `i \\ne k`, `x \\in X`, `1 \\le i \\le C`, `i, j`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct

from interview_drill.formula.ast import Compare, Logic, Minus, Name, Node, Number, Plus, Range
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

ONE = Number(Fraction(1))


class Header(Struct, frozen=True):
    """The bound letters, a bound for each, and what else is asked."""

    letters: tuple[str, ...] = ()
    bounds: tuple[Range | str | None, ...] = ()
    condition: Node | None = None


def header(parser: Parser, token: Token) -> Header:
    """The bounds behind a sign, in either order; no letters where nothing is written."""
    lower, upper = None, None
    while parser.token.is_sign("_", "^"):
        if parser.token.is_sign("_") and lower is None:
            parser.advance()
            lower = _lower(parser, token)
        elif parser.token.is_sign("^") and upper is None:
            parser.advance()
            upper = parser.bracketed() if parser.token.is_sign("{", "(") else parser.letter()
        else:
            raise parser.unexpected()
    return _joined(parser, lower, upper, token)


def _joined(parser: Parser, lower: Header | None, upper: Node | None, token: Token) -> Header:
    if upper is None:
        return lower or Header()
    if lower is None or not lower.letters:
        raise parser.error("big-without-index", token)
    last = lower.bounds[-1]
    if isinstance(last, str):
        raise parser.error("big-bounded-twice", token)
    bound = Range(last.lower if last is not None else ONE, upper)
    return Header(lower.letters, (*lower.bounds[:-1], bound), lower.condition)


def _lower(parser: Parser, token: Token) -> Header:
    opener = parser.expect("{")
    inner = parser.tokens[parser.at : group_end(parser.tokens, parser.at - 1) - 1]
    letters: list[str] = []
    bounds: list = []
    conditions: list[Node] = []
    if not inner:
        raise parser.error("subscript-missing", opener)
    with parser.indexing(), parser.fenced():
        _clauses(parser, letters, bounds, conditions)
        parser.expect("}")
    condition = conditions[0] if len(conditions) == 1 else Logic("and", tuple(conditions)) if conditions else None
    return Header(tuple(letters), tuple(bounds), condition)


def _clauses(parser: Parser, letters: list[str], bounds: list, conditions: list[Node]) -> None:
    bound_before = len(parser.bound)
    while True:
        _clause(parser, letters, bounds, conditions)
        if not parser.take(",", ":", ";", "|", "and"):
            break
    del parser.bound[bound_before:]


def _clause(parser: Parser, letters: list[str], bounds: list, conditions: list[Node]) -> None:
    """One of: a letter with or without a bound, a condition on letters already there, `1 \\le i \\le C`."""
    compared = bool(letters) and parser.ahead().is_sign("<", "<=", ">", ">=", "!=")
    if parser.token.kind == "name" and parser.token.text not in letters and not compared:
        return _letter(parser, letters, bounds, conditions)
    left = parser.expression()
    if parser.token.is_sign("<", "<=") and (not letters or _bounds_another(parser, letters)):
        return _between(parser, left, letters, bounds)
    while parser.token.is_sign("<", "<=", ">", ">=", "!=", "="):
        operator = parser.advance().text
        right = parser.expression()
        conditions.append(Compare(operator, left, right))
        left = right


def _bounds_another(parser: Parser, letters: list[str]) -> bool:
    """Whether a new letter stands between two bounds here: `0 \\le m < k_h, 0 \\le n < k_w`."""
    letter, behind = parser.ahead(), parser.ahead(2)
    known = letter.text in parser.known.patterns or letter.text in parser.bound or letter.text in letters
    return letter.kind == "name" and not known and behind.is_sign("<", "<=")


def _letter(parser: Parser, letters: list[str], bounds: list, conditions: list[Node]) -> None:
    letter = parser.advance().text
    letters.append(letter)
    parser.bound.append(letter)
    bounds.append(_bound(parser))
    while parser.token.is_sign("!=", "<", "<=", ">", ">="):
        conditions.append(Compare(parser.advance().text, Name(letter), parser.expression()))


def _bound(parser: Parser) -> Range | str | None:
    if parser.take("="):
        lower = parser.expression()
        if parser.take("dots") or (parser.take(".") and parser.take(".")):
            return Range(lower, parser.expression())
        return Range(lower, None)
    if parser.token.is_sign("in") or parser.token.is_word("in"):
        parser.advance()
        return _set(parser)
    return None


def _set(parser: Parser) -> Range | str:
    """A declared set, or `\\{1, \\dots, C\\}`."""
    if opener := parser.take("\\{", "[", "{"):
        lower = parser.expression()
        parser.take(",")
        if parser.take("dots"):
            parser.take(",")
        upper = parser.expression()
        parser.at += parser.token.is_sign("\\}", "]", "}")
        del opener
        return Range(lower, upper)
    return _declared_set(parser)


def _declared_set(parser: Parser) -> str:
    best, start = None, parser.at
    for pattern in parser.known.patterns.get(parser.token.text, ()):
        length = len(pattern.tokens)
        here = parser.tokens[start : start + length]
        matches = len(here) == length and all(a.same(b) for a, b in zip(here, pattern.tokens, strict=True))
        if pattern.symbol.type == "set" and matches and (best is None or length > best[1]):
            best = pattern.symbol.name, length
    if best is None:
        raise parser.error("set-undeclared", name=parser.token.text)
    parser.at = start + best[1]
    return best[0]


def _between(parser: Parser, lower: Node, letters: list[str], bounds: list) -> None:
    """`1 \\le i \\le C`, `1 \\le i, j \\le C`."""
    strict = parser.advance().text == "<"
    if parser.token.kind != "name":
        raise parser.error("big-without-index")
    between = [parser.advance().text]
    while parser.token.is_sign(",") and parser.ahead().kind == "name":
        parser.advance()
        between.append(parser.advance().text)
    if not parser.token.is_sign("<", "<="):
        raise parser.unexpected()
    below = parser.advance().text == "<"
    upper = parser.expression()
    lower = Plus((lower, ONE)) if strict else lower
    bound = Range(lower, Plus((upper, Minus(ONE))) if below else upper)
    letters += between
    parser.bound += between
    bounds += [bound] * len(between)


def limit(parser: Parser) -> tuple[str, Range | None]:
    """SymPy's `(i, 1, C)`, the same without its brackets, or the letter alone."""
    bracketed = parser.take("(")
    letter = parser.advance().text
    if not bracketed and not parser.take(","):
        return letter, None
    if bracketed:
        parser.expect(",")
    with parser.indexing():
        lower = parser.expression()
        parser.expect(",")
        upper = parser.expression()
    if bracketed:
        parser.expect(")")
    return letter, Range(lower, upper)
