"""What follows a primary: powers, transposes, indices."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Entry, Minus, Name, Node, Number, Power, Stack, Transpose
from interview_drill.formula.notations import dependence, names, primaries
from interview_drill.formula.notations.tokens import Token

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

LARGEST = 1000
"""Exponents beyond this are refused: no answer needs them, and towers of them never end."""


def postfixed(parser: Parser, base: Node) -> Node:
    """The base with all that is raised and lowered behind it."""
    while parser.token.kind == "sign":
        sign = parser.token.text
        if sign == "^":
            base = _raised(parser, base)
        elif sign == "_":
            base = _lowered(parser, base)
        elif sign in ("!", "'"):
            raise parser.error("factorial" if sign == "!" else "prime-out-of-place")
        else:
            break
    return base


def _lowered(parser: Parser, base: Node) -> Node:
    if not isinstance(base, Apply | Transpose | Stack | Entry) and not _bracketed(parser):
        raise parser.error("subscript-out-of-place")
    return Entry(base, names.indices(parser, 1))


def _bracketed(parser: Parser) -> bool:
    return parser.tokens[parser.at - 1].is_sign(")", "]")


def _raised(parser: Parser, base: Node) -> Node:
    sign = parser.advance()
    if transposed(parser):
        return Transpose(base)
    if (index := _example(parser)) is not None:
        return _numbered(parser, base, index, sign)
    if parser.token.is_sign("*"):
        raise parser.error("sign-out-of-place", sign="*")
    raised = exponent(parser, base)
    if _constant(raised) is None or abs(_constant(raised)) > LARGEST:
        raise parser.error("exponent-too-large", sign, limit=LARGEST)
    if base == Name("e") and "e" not in parser.bound and "e" not in parser.known.scope.symbols:
        return Apply("exp", (raised,))
    if isinstance(base, Name) and isinstance(raised, Number):
        dependence.skip_of(parser, base.name)
    return Power(base, raised)


def _example(parser: Parser) -> Token | None:
    """The letter of `x^{(i)}`, where it is an index: an example's number, not a power."""
    texts = [parser.ahead(place).text for place in range(5)]
    letter = parser.ahead(2)
    if [*texts[:2], *texts[3:]] != ["{", "(", ")", "}"] or letter.kind != "name" or parser.known.free:
        return None
    return letter if letter.text in parser.bound or names.may_be_index(parser, letter) else None


def _numbered(parser: Parser, base: Node, letter: Token, sign: Token) -> Node:
    symbol = parser.known.scope.symbols.get(base.name) if isinstance(base, Name) else None
    if symbol is None or len(symbol.shape) != 1:
        raise parser.error("superscript-index", sign, name=letter.text)
    parser.at += 2
    with parser.indexing():
        index = parser.letter()
    parser.at += 2
    return Entry(base, (index,))


def transposed(parser: Parser) -> bool:
    """Step over a sign of transposition: `⊤`, or a T that is not declared."""
    braced = parser.token.is_sign("{") and parser.ahead(2).is_sign("}")
    sign = parser.ahead() if braced else parser.token
    letter = sign.kind == "name" and sign.text == "T" and not names.declared(parser, "T")
    if not (sign.is_sign("top") or letter):
        return False
    parser.at += 3 if braced else 1
    return True


def exponent(parser: Parser, base: Node) -> Node:
    """A group, or one number, letter or call; `e^-x` with its sign."""
    if parser.token.is_sign("{", "("):
        return primaries.group(parser)
    negative = bool(parser.take("-"))
    if not negative:
        parser.take("+")
    careful = negative or base == Name("e")
    if (careful and parser.token.kind == "number" and _letter_follows(parser)) or _typed_together(parser):
        raise parser.error("exponent-needs-braces")
    raised = _atom(parser)
    return Minus(raised) if negative else raised


def _typed_together(parser: Parser) -> bool:
    """`e^zk`: is only the z raised, or is it z_k?"""
    letter = parser.token
    return letter.kind == "name" and letter.run is not None and parser.ahead().run == letter.run


def _letter_follows(parser: Parser) -> bool:
    ahead = parser.ahead()
    return not ahead.spaced and ahead.kind in ("name", "function")


def _atom(parser: Parser) -> Node:
    if parser.ends() or parser.token.is_sign("+", "*", "/", "//", "^", "_", ")", "]", "}", ",", "="):
        raise parser.error("exponent-missing", parser.tokens[parser.at - 1])
    with parser.deeper(), parser.tightly("^"):
        return postfixed(parser, primaries.primary(parser))


def _constant(tree: Node) -> Fraction | None:
    """The value of a constant exponent, 0 where letters stand in it, None where it is too large to say."""
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Minus):
        return _constant(tree.operand)
    if isinstance(tree, Power):
        base, raised = _constant(tree.base), _constant(tree.exponent)
        if base is None or raised is None or abs(raised) > 8 or abs(base) > LARGEST:
            return None
        return base ** int(raised)
    return Fraction(0)
