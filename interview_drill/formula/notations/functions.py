"""Functions: with their arguments in brackets, or bare before the factors that follow."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Big, Entry, Minus, Name, Node, Norm, Number, Over, Plus, Power
from interview_drill.formula.notations import big, cases
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.words import SEVERAL
from interview_drill.formula.scope import Symbol
from interview_drill.formula.trees import walk

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

BRACKETS = {"(": ")", "[": "]", "\\{": "\\}"}
BRACED = {**BRACKETS, "{": "}"}
REDUCING = frozenset({"max", "min", "argmax", "argmin"})
ONE = Number(Fraction(1))


def function(parser: Parser) -> Node:
    """A standard function."""
    token = parser.advance()
    if token.text in REDUCING and parser.token.is_sign("_"):
        return big.over(parser, token, token.text)
    if token.text == "logsumexp" and parser.token.is_sign("_"):
        return Apply("log", (big.of_exponentials(parser, token),))
    if token.text == "Piecewise":
        return cases.piecewise(parser, token)
    return applied(parser, token.text, token)


def applied(parser: Parser, name: str, token: Token, symbol: Symbol | None = None) -> Node:
    """A function whose name was just read, with what is raised or lowered at it and its arguments."""
    base = _base(parser, name)
    index = _component(parser, name)
    raised = _raised(parser, token)
    tree = _made(parser, name, _arguments(parser, name, token, symbol), base, token)
    if name == "softmax" and index is None and parser.token.is_sign("["):
        raise parser.error("index-in-brackets", token, name=name)
    if index is not None:
        tree = _weight(tree, index) if isinstance(index, Name) and index in walk(tree) else Entry(tree, (index,))
    return tree if raised is None else Power(tree, raised)


def _base(parser: Parser, name: str) -> Node | None:
    """The base of a logarithm, `\\log_2`."""
    if name != "log" or not parser.token.is_sign("_"):
        return None
    parser.advance()
    return parser.bracketed()


def _weight(tree: Apply, index: Name) -> Node:
    """`softmax_j(s_j / T)` is over what the index runs over: one weight, in terms of the numbers behind it."""
    own = Apply("exp", tree.arguments)
    return Over(own, Big("sum", (index.name,), (None,), None, own))


def _component(parser: Parser, name: str) -> Node | None:
    """`softmax_k(z)` is an entry of softmax(z)."""
    if not parser.token.is_sign("_"):
        return None
    if name != "softmax":
        raise parser.error("subscript-out-of-place")
    parser.advance()
    with parser.indexing():
        return parser.bracketed()


def _raised(parser: Parser, token: Token) -> Node | None:
    """`\\sin^2 x` is the square of the value; `\\sigma^{-1}` would be the inverse function and is refused."""
    if not parser.token.is_sign("^"):
        return None
    parser.advance()
    raised = parser.exponent(ONE)
    if isinstance(raised, Minus) or not isinstance(raised, Number):
        raise parser.error("inverse-function", token, name=token.text)
    return raised


def _made(parser: Parser, name: str, arguments: tuple[Node, ...], base: Node | None, token: Token) -> Node:
    if name == "log1p":
        return Apply("log", (Plus((ONE, *arguments)),))
    if name == "norm":
        return Norm(*arguments, Number(Fraction(2)))
    if name == "expm1":
        return Plus((Apply("exp", arguments), Minus(ONE)))
    if base is None or (isinstance(base, Apply) and base.function == "exp"):
        return Apply(name, arguments)
    if isinstance(base, Number) and base.value in (2, 10):
        return Apply(f"log{base.value}", arguments)
    if base == big.EULER:
        return Apply("log", arguments)
    return Over(Apply("log", arguments), Apply("log", (base,)))


def _arguments(parser: Parser, name: str, token: Token, symbol: Symbol | None) -> tuple[Node, ...]:
    if parser.token.is_sign(*(BRACED if name in SEVERAL else BRACKETS)):
        return _bracketed(parser, name, token, symbol)
    if name in SEVERAL:
        raise parser.error("function-needs-brackets", token, name=name)
    return (_bare(parser, name, token),)


def _bracketed(parser: Parser, name: str, token: Token, symbol: Symbol | None) -> tuple[Node, ...]:
    opener = parser.advance()
    closer = BRACED[opener.text]
    found = []
    with parser.deeper(), parser.fenced():
        while not parser.token.is_sign(closer):
            if not (symbol is not None and found and _weights(parser)):
                found.append(_argument(parser, token))
            if not parser.take(",", ";"):
                break
            if parser.token.is_sign(closer):
                raise parser.error("argument-missing", parser.tokens[parser.at - 1], name=token.text)
        parser.expect(closer)
    _count(parser, name, token, found, symbol)
    return tuple(found)


def _argument(parser: Parser, token: Token) -> Node:
    if parser.token.is_sign(","):
        raise parser.error("argument-missing", name=token.text)
    return parser.expression()


def _weights(parser: Parser) -> bool:
    """`F(x, \\{W_i\\})`: the weights of a function are shown, and say nothing."""
    if not parser.token.is_sign("\\{", "{"):
        return False
    parser.at = group_end(parser.tokens, parser.at)
    return True


def _count(parser: Parser, name: str, token: Token, found: list[Node], symbol: Symbol | None) -> None:
    if not found:
        raise parser.error("function-without-argument", token, name=token.text)
    wanted = len(symbol.parameters) or 1 if symbol is not None else 1
    if name not in SEVERAL and len(found) != wanted:
        raise parser.error("arguments-wrong", token, name=token.text, count=wanted)


def _bare(parser: Parser, name: str, token: Token) -> Node:
    """The juxtaposed factors that follow; at `·`, `*` or `/` both readings are tried; another function ends it."""
    if parser.ends() or (parser.token.kind == "sign" and not _begins(parser)) or parser.token.kind == "word":
        raise parser.error("function-without-argument", token, name=token.text)

    def goes_on(inner: Parser, explicit: bool) -> bool:
        return inner.choose(2) == 1 if explicit else not is_function(inner)

    with parser.deeper(), parser.tightly("function"):
        return parser.signed(goes_on)


def _begins(parser: Parser) -> bool:
    return parser.token.is_sign("-") or parser.begins_factor()


def is_function(parser: Parser) -> bool:
    """Whether the next factor is a function of its own: `sin x cos x` is a product of two."""
    token = parser.token
    if token.kind == "function":
        return True
    if token.kind != "name" or token.text in parser.bound:
        return False
    found = parser.known.patterns.get(token.text, ())
    if found:
        return any(one.symbol.type == "function" for one in found)
    return token.text == "sigma" and not parser.known.free
