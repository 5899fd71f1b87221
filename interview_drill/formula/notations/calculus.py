"""Derivatives in an expression: atoms where declared, whatever the way of writing; an operator only where allowed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Derivative, Entry, Name, Node
from interview_drill.formula.notations import dependence, derivatives, names
from interview_drill.formula.notations.derivatives import Quotient
from interview_drill.formula.notations.lexicon import canonical
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.vocabulary import Pattern

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

Filled = dict[str, Node]


def derivative(parser: Parser) -> Node | None:
    """The derivative that begins here, None where there is none. Raises AnswerError for one that is not declared."""
    token = parser.token
    if not (token.is_sign("frac", "partial", "nabla") or (token.kind == "name" and token.text == "d")):
        return None
    found = derivatives.quotient(parser.tokens, parser.at)
    if found is None:
        return _none(parser, token)
    if parser.known.derivatives and token.is_sign("nabla"):
        return _gradient(parser)
    if found.open and parser.known.derivatives:
        return _of_product(parser, found)
    found = _operand(parser, found) if found.open else found
    for quotient, pattern in parser.known.quotients:
        filled = _matched(parser, found, quotient, pattern)
        if filled is not None:
            parser.at = found.end
            tree = _tree(parser, pattern, filled)
            dependence.skip_behind(parser, token)
            return tree
    return _undeclared(parser, found, token)


def _none(parser: Parser, token: Token) -> None:
    if token.is_sign("partial", "nabla"):
        raise parser.error("derivative-unreadable", token)


def _operand(parser: Parser, found: Quotient) -> Quotient:
    """`d/dx` and the name or bracket that it is taken of."""
    at = found.end
    if parser.tokens[at].is_sign("(", "[", "{"):
        end = derivatives.group_end(parser.tokens, at)
        return Quotient(tuple(parser.tokens[at + 1 : end - 1]), found.below, end)
    return Quotient(tuple(parser.tokens[at : (end := derivatives.atom_end(parser.tokens, at))]), found.below, end)


def _of_product(parser: Parser, found: Quotient) -> Node:
    """`d/dx` takes the product to its right, as a sum does, and ends at `+` and `-`."""
    variable = _variable(parser, found)
    parser.at = found.end
    if parser.ends():
        raise parser.error("derivative-unreadable", parser.tokens[parser.at - 1])
    with parser.deeper(), parser.tightly(""):
        return Derivative(parser.signed(), variable)


def _gradient(parser: Parser) -> Node:
    """`\\nabla_q H(p, q)` takes the operand behind it, with its arguments."""
    end = derivatives.group_end(parser.tokens, parser.at + 2)
    variable = _whole(parser, parser.tokens[parser.at + 3 : end - 1])
    parser.at = end
    return Derivative(parser.postfixed(), variable)


def _variable(parser: Parser, found: Quotient) -> Node:
    return _whole(parser, found.below)


def _whole(parser: Parser, tokens: Sequence[Token]) -> Node:
    inner = parser.part(tokens)
    tree = inner.expression()
    if not inner.ends():
        raise inner.unexpected()
    return tree


def _numerator(parser: Parser, found: Quotient) -> Node | None:
    """What a letter means above the line of a derivative, where that is not what it means elsewhere."""
    meant = parser.known.scope.options.get("numerators") or {}
    name = meant.get(found.above[0].text) if len(found.above) == 1 else None
    return Name(name) if name else None


def _undeclared(parser: Parser, found: Quotient, token: Token) -> Node | None:
    if parser.known.derivatives:
        return _operator(parser, found)
    if token.kind == "name" and names.declared(parser, "d"):
        return None
    partial = any(one.is_sign("partial") for one in parser.tokens[parser.at : found.end])
    if token.is_sign("frac") and not partial and (names.declared(parser, "d") or parser.known.free):
        return None
    last = parser.tokens[max(found.end - 1, parser.at)]
    raise parser.error("derivative-undeclared", Token("sign", "", token.at, last.end))


def _operator(parser: Parser, found: Quotient) -> Node:
    """The derivative as an operator, for the notations of derivations."""
    variable = _variable(parser, found)
    body = _numerator(parser, found) or _whole(parser, found.above)
    parser.at = found.end
    return Derivative(body, variable)


def _matched(parser: Parser, found: Quotient, wanted: Quotient, pattern: Pattern) -> Filled | None:
    """The holes' contents where both are the same derivative; arguments of the function may be left out or shown."""
    filled: Filled = {}
    above, shown = (derivatives.without_argument(one.above, one.below) for one in (found, wanted))
    if not _same(parser, above, shown, pattern, filled) and not _same(
        parser, found.above, wanted.above, pattern, filled
    ):
        return None
    if _same(parser, found.below, wanted.below, pattern, filled):
        return filled
    whole = _without_index(wanted.below, pattern)
    return {} if whole and _same(parser, found.below, whole, pattern, {}) else None


def _without_index(below: Sequence[Token], pattern: Pattern) -> tuple[Token, ...]:
    """`z` of `z_i`, where the i is a hole: the whole gradient."""
    bare = tuple(below[:1])
    inner = [token.text for token in below[3:-1]]
    lowered = len(below) > 3 and below[1].is_sign("_")
    return bare if lowered and all(text in map(canonical, pattern.holes) or text == "," for text in inner) else ()


def _same(parser: Parser, typed: Sequence[Token], declared: Sequence[Token], pattern: Pattern, filled: Filled) -> bool:
    inner = parser.part(typed)
    for token in declared:
        hole = next((name for name in pattern.holes if canonical(name) == token.text and token.kind == "name"), None)
        if hole is None or not _is_letter(inner.token):
            if not inner.token.same(token):
                return False
            inner.advance()
            continue
        with inner.indexing():
            found = names.letter_or_number(inner)
        if filled.setdefault(hole, found) != found:
            return False
    return inner.ends()


def _is_letter(token: Token) -> bool:
    return token.kind == "number" or names.is_index_letter(token)


def _tree(parser: Parser, pattern: Pattern, filled: Filled) -> Node:
    symbol = pattern.symbol
    if symbol.parameters and names.takes_arguments(symbol, parser.known.scope):
        return Apply(symbol.name, tuple(filled.get(name, Name(name)) for name in symbol.parameters))
    if not filled:
        return Name(symbol.name)
    return Entry(Name(symbol.name), tuple(filled.get(name, Name(name)) for name in symbol.parameters))
