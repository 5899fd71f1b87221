"""What a quantity is said to depend on: `L(w)` is L, and `\\hat y(x)` is \\hat y.

A loss is never multiplied by its weights in brackets, nor an abbreviation by the very array that it is made of. Of any
other number the brackets are a factor: `\\lambda(w)` is a product.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from interview_drill.formula.notations import quantities
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.scope import Scope, Symbol
from interview_drill.formula.trees import free_names

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

LOSSES = frozenset({"L", "J", "E", "l", "loss", "cost", "Loss", "Cost"})
"""What is usually the function that is made small."""


def skip(parser: Parser, symbol: Symbol) -> None:
    """Step over brackets behind a number's name that say only what it depends on."""
    if not parser.token.is_sign("(") or parser.known.free or parser.known.derivatives:
        return
    end = group_end(parser.tokens, parser.at)
    inside = parser.tokens[parser.at + 1 : end - 1]
    if _are_names(inside) and _depends(symbol, [token for token in inside if token.kind == "name"], parser):
        parser.at = end


def skip_of(parser: Parser, name: str) -> None:
    """The same behind a power of a number's name: `\\sigma^2(x)`."""
    symbol = parser.known.scope.symbols.get(name)
    if symbol is not None and name not in parser.bound and not symbol.shape and not symbol.parameters:
        skip(parser, symbol)


def skip_behind(parser: Parser, head: Token) -> None:
    """The same behind a declared gradient: `\\nabla_w L(w)` is no product of two vectors."""
    if not head.is_sign("nabla") or not parser.token.is_sign("(") or parser.known.free or parser.known.derivatives:
        return
    end = group_end(parser.tokens, parser.at)
    inside = parser.tokens[parser.at + 1 : end - 1]
    if _are_names(inside) and all(_arrays(token, parser) for token in inside if token.kind == "name"):
        parser.at = end


def _are_names(inside: Sequence[Token]) -> bool:
    """Whether names alone stand in the brackets, with commas between them."""
    if len(inside) % 2 == 0:
        return False
    return all(token.is_sign(",", ";") if place % 2 else token.kind == "name" for place, token in enumerate(inside))


def _depends(symbol: Symbol, names: Sequence[Token], parser: Parser) -> bool:
    if symbol.type == "value":
        made_of = _made_of(symbol, parser.known.scope, frozenset())
        return all(any(one in made_of for one in _arrays(name, parser)) for name in names)
    if symbol.type != "scalar" or not (symbol.name in LOSSES or quantities.is_loss(symbol.name)):
        return False
    return all(name.text not in parser.bound and (_arrays(name, parser) or _is_new(name, parser)) for name in names)


def _arrays(name: Token, parser: Parser) -> list[str]:
    """The arrays that a name alone stands for."""
    alone = (one.symbol for one in parser.known.patterns.get(name.text, ()) if len(one.tokens) == 1)
    return [one.name for one in alone if one.type == "array"]


def _is_new(name: Token, parser: Parser) -> bool:
    """Whether the question declares nothing of that name: `L(\\theta)`."""
    return name.text not in parser.known.patterns and name.text not in parser.known.scope.symbols


def _made_of(symbol: Symbol, scope: Scope, seen: frozenset[str]) -> frozenset[str]:
    """All names that an abbreviation comes down to."""
    if symbol.value is None or symbol.name in seen:
        return frozenset()
    found = frozenset(free_names(symbol.value))
    deeper = (_made_of(scope.symbols[name], scope, seen | {symbol.name}) for name in found if name in scope.symbols)
    return found.union(*deeper)
