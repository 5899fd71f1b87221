"""Brackets and bars: groups, concatenations, moduli, norms, floors, columns."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Name, Node, Norm, Number, Over, Stack, Times
from interview_drill.formula.notations import conditions
from interview_drill.formula.notations.tokens import OPENING
from interview_drill.formula.trees import walk

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

WHOLE = frozenset({"size", "index"})
ROUNDED = {"⌊": "floor", "⌈": "ceil"}


def group(parser: Parser) -> Node:
    """One expression in brackets of any kind; a comparison in round brackets is 1 where it holds, else 0."""
    opener = parser.advance()
    with parser.deeper(), parser.fenced():
        if parser.token.is_sign(OPENING[opener.text]):
            raise parser.error("brackets-empty", opener)
        tree = parser.expression()
        if parser.token.is_sign(*conditions.COMPARISONS) and opener.text == "(":
            tree = Apply("indicator", (conditions.compared(parser, tree),))
        if parser.token.is_sign(",", ";") and opener.text == "(":
            raise parser.error("comma-in-brackets")
        parser.expect(OPENING[opener.text])
    return tree


def square(parser: Parser) -> Node:
    """`[a, b]` and `[a; b]` join end to end, `[x > 0]` is an indicator, `[a + b]` plain brackets."""
    if conditions.holds_condition(parser.tokens, parser.at):
        return conditions.indicator(parser)
    opener = parser.advance()
    with parser.deeper(), parser.fenced():
        parts = [parser.expression()]
        while parser.take(",", ";"):
            parts.append(parser.expression())
        parser.expect("]")
    if len(parts) > 1:
        return Stack(tuple(parts))
    if _gauss(parser, parts[0]):
        raise parser.error("gauss-brackets", opener)
    return parts[0]


def _gauss(parser: Parser, tree: Node) -> bool:
    """A quotient of whole numbers alone in square brackets: Gauss wrote so what floor says."""
    symbols = parser.known.scope.symbols
    names = [part.name for part in walk(tree) if isinstance(part, Name)]
    return isinstance(tree, Over) and bool(names) and all(_whole(symbols.get(name)) for name in names)


def _whole(symbol: object) -> bool:
    if symbol is None:
        return False
    declared = symbol.range
    whole = declared == "integer" if isinstance(declared, str) else bool(declared.get("integer"))
    return symbol.type in WHOLE or whole


def modulus(parser: Parser) -> Node:
    """`|x|`."""
    opener = parser.advance()
    with parser.deeper(), parser.fenced("|"):
        tree = parser.expression()
        if not parser.take("|"):
            raise parser.error("bar-never-closed", opener)
    return Apply("abs", (tree,))


def norm(parser: Parser) -> Node:
    """`\\|w\\|_p`: the 2-norm where nothing is said."""
    opener = parser.advance()
    with parser.deeper(), parser.fenced("||"):
        tree = parser.expression()
        if not parser.take("||"):
            raise parser.error("bar-never-closed", opener)
    return Norm(tree, _order(parser))


def _order(parser: Parser) -> Node:
    if not parser.take("_"):
        return Number(Fraction(2))
    if parser.ahead().text == "F":
        parser.at += 3
        return Number(Fraction(2))
    return parser.bracketed()


def rounded(parser: Parser) -> Node:
    """`⌊x⌋` and `⌈x⌉`."""
    opener = parser.advance()
    with parser.deeper(), parser.fenced():
        tree = parser.expression()
        parser.expect(OPENING[opener.text])
    return Apply(ROUNDED[opener.text], (tree,))


def inner_product(parser: Parser) -> Node:
    """`⟨a, b⟩`."""
    parser.advance()
    with parser.deeper(), parser.fenced():
        left = parser.expression()
        parser.expect(",")
        right = parser.expression()
        parser.expect("⟩")
    return Times((left, right), "dot")


def matrix(parser: Parser) -> Node:
    """A column or a row of vectors, joined end to end."""
    opener = parser.advance()
    rows = [[]]
    with parser.deeper(), parser.fenced():
        while not parser.token.is_sign("/matrix"):
            rows[-1].append(parser.expression())
            if parser.take("\\\\"):
                rows.append([])
            elif not parser.take("&"):
                break
        parser.expect("/matrix")
    rows = [row for row in rows if row]
    if not rows or (len(rows) > 1 and any(len(row) > 1 for row in rows)):
        raise parser.error("matrix-not-read", opener)
    parts = [cell for row in rows for cell in row]
    return Stack(tuple(parts)) if len(parts) > 1 else parts[0]
