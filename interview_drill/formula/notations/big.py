"""Sums, products, maxima: what they run over, and how far their body reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from interview_drill.formula.ast import Apply, Big, Name, Node, Plus
from interview_drill.formula.notations import headers, occurrences
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.headers import Header
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

EULER = Name("e")
LINEAR = frozenset({"sum"})


def big(parser: Parser) -> Node:
    """A sum or product sign with its bounds and its body."""
    token = parser.advance()
    limits = _limits(parser)
    if limits is not None:
        return _called(parser, token, limits)
    return over(parser, token, token.text)


def over(parser: Parser, token: Token, operator: str) -> Node:
    """The same behind the sign, for any operator."""
    header = headers.header(parser, token)
    if parser.ends() or parser.token.is_sign("+", "*", "/", "//", "=", ")", "]", "}", ",", "^"):
        raise parser.error("big-without-body", token, sign=operator)
    if not header.letters:
        return _bare(parser, token, operator)
    if _sought(parser, operator):
        body = _objective(parser)
    else:
        with parser.binding(header.letters):
            body = _body(parser, operator, header.letters)
    _bodied(parser, operator, header, token)
    return Big(operator, header.letters, header.bounds, header.condition, body)


def _sought(parser: Parser, operator: str) -> bool:
    """Whether the letter is a declared quantity that an extreme is sought over: w and its entries keep their names."""
    return parser.known.derivatives and operator in ("argmax", "argmin")


def _objective(parser: Parser) -> Node:
    """All that follows: a place of an extreme stands alone on its side, so that nothing is added to it or divided."""
    with parser.deeper(), parser.tightly(""):
        return parser.expression()


def _bodied(parser: Parser, operator: str, header: Header, token: Token) -> None:
    """A bound letter that hides a free one is worth a note."""
    for letter in header.letters:
        if letter in parser.bound:
            parser.note("note-index-shadowed", name=letter)


def _body(parser: Parser, operator: str, letters: tuple[str, ...]) -> Node:
    """The product that follows, and the terms after it while they mention the bound index."""

    def goes_on(inner: Parser, explicit: bool) -> bool:
        at = inner.at + explicit
        if occurrences.in_product(inner.tokens, at, letters):
            return True
        if outside == "/" or (outside == "function" and explicit):
            return inner.choose(2) == 1
        return operator in LINEAR or inner.choose(2) == 0

    outside = parser.tight
    with parser.deeper(), parser.tightly(""):
        terms = [parser.signed(goes_on)]
        while parser.token.is_sign("+", "-") and _reaches(parser, letters, outside):
            terms.append(parser.signed(goes_on))
    return terms[0] if len(terms) == 1 else Plus(tuple(terms))


def _reaches(parser: Parser, letters: tuple[str, ...], outside: str) -> bool:
    """Whether the next term belongs to the body. Where its letter may also be one from outside, both are tried; but
    in a denominator the body ends: `e^{z_i}/\\sum_i e^{z_i} - y_i` is a quotient less y_i.
    """
    if not occurrences.in_product(parser.tokens, parser.at + 1, letters):
        return False
    free = {*parser.bound[: len(parser.bound) - len(letters)], *parser.shadowing}
    if not free & set(letters):
        return True
    return outside != "/" and parser.choose(2) == 0


def of_exponentials(parser: Parser, token: Token) -> Node:
    """The sum behind `\\operatorname{logsumexp}_{i} z_i`."""
    summed = over(parser, token, "sum")
    return replace(summed, body=Apply("exp", (summed.body,)))


def _bare(parser: Parser, token: Token, operator: str) -> Node:
    """A sum without bounds binds the one index letter of its body; on a vector it runs over the entries."""
    letters = occurrences.index_letters(parser)
    if len(letters) > 1:
        raise parser.error("big-binds-which", token, sign=operator, letters=list(letters))
    with parser.binding(letters):
        body = _body(parser, operator, letters)
    return Big(operator, letters, (None,) * len(letters), None, body)


def _limits(parser: Parser) -> int | None:
    """Where the limits of `Sum(f, (i, 1, C))` or `sum(f, i, 1, C)` begin: at a comma of the sum's own brackets."""
    if not parser.token.is_sign("("):
        return None
    depth, end = 0, group_end(parser.tokens, parser.at) - 1
    for at in range(parser.at + 1, end):
        token = parser.tokens[at]
        if token.is_sign(","):
            if depth == 0 and _limit_begins(parser, at, end):
                return at
        else:
            depth += token.is_sign("(", "[", "{", "\\{") - token.is_sign(")", "]", "}", "\\}")
    return None


def _limit_begins(parser: Parser, at: int, end: int) -> bool:
    """Whether a letter and a comma follow, in brackets or not; or the letter alone, at the end."""
    bracketed = parser.tokens[at + 1].is_sign("(")
    letter, behind = parser.tokens[at + 1 + bracketed : at + 3 + bracketed]
    return letter.kind == "name" and (behind.is_sign(",") or (not bracketed and at + 2 == end))


def _called(parser: Parser, token: Token, first: int) -> Node:
    """The sum with its limits behind its body: they are read first, since the body needs their letters."""
    opener = parser.at
    end = group_end(parser.tokens, opener) - 1
    parser.at = first
    with parser.fenced():
        limits = []
        while parser.take(","):
            limits.append(headers.limit(parser))
        if parser.at != end:
            raise parser.unexpected()
        letters = tuple(name for name, _ in limits)
        parser.at = opener + 1
        with parser.binding(letters), parser.deeper():
            body = parser.expression()
    if parser.at != first:
        raise parser.unexpected()
    parser.at = end + 1
    return Big(token.text, letters, tuple(bound for _, bound in limits), None, body)
