"""Names: declared symbols with their indices and arguments, bound letters, constants, and what is not declared."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from interview_drill.formula.ast import Apply, Entry, Name, Node, Number
from interview_drill.formula.notations import conditions, dependence, expectation, functions, probability
from interview_drill.formula.notations.derivatives import group_end
from interview_drill.formula.notations.tokens import Token
from interview_drill.formula.notations.undeclared import undeclared
from interview_drill.formula.notations.undeclared import undeclared_error as undeclared_error
from interview_drill.formula.scope import Scope, Symbol

if TYPE_CHECKING:
    from interview_drill.formula.notations.grammar import Parser

CONSTANTS = frozenset({"e", "pi", "inf"})
STEPS = frozenset({"H", "u", "Theta", "theta"})


def declared(parser: Parser, text: str) -> bool:
    """Whether a letter means something declared or bound here."""
    return text in parser.bound or text in parser.known.patterns


def name(parser: Parser) -> Node:
    """A name that no declared spelling matches."""
    token = parser.advance()
    if token.text in parser.bound:
        return Name(token.text)
    if token.text not in parser.known.patterns:
        for attempt in (_standard, _constant):
            if (found := attempt(parser, token)) is not None:
                return found
    if parser.known.free:
        return _free(parser, token)
    if parser.index and is_index_letter(token):
        return Name(token.text)
    raise undeclared(parser, token)


def is_index_letter(token: Token) -> bool:
    """Whether a token looks like an index: one letter, with or without primes and a subscript."""
    head = token.text.rstrip("'").partition("_")[0]
    return token.kind == "name" and (len(head) == 1 or head in ("alpha", "beta", "mu", "nu"))


def _standard(parser: Parser, token: Token) -> Node | None:
    """Letters that stand for a standard function where nothing of that name is declared."""
    bracketed = parser.token.is_sign("(", "[", "\\{")
    if token.text == "sigma" and not parser.known.free:
        argument = _left_out(parser, token)
        return Apply("sigmoid", (argument,)) if argument else functions.applied(parser, "sigmoid", token)
    if token.text == "delta" and (bracketed or parser.token.is_sign("_")):
        return conditions.delta(parser, token)
    if token.text == "I" and conditions.holds_condition(parser.tokens, parser.at + parser.token.is_sign("_")):
        return conditions.indicator(parser)
    if token.text == "E" and expectation.begins(parser):
        return expectation.behind(parser, token)
    if token.text in STEPS and bracketed and not parser.known.free:
        return functions.applied(parser, "step", token)
    return None


def _left_out(parser: Parser, token: Token) -> Node | None:
    """The argument of `\\sigma(1-\\sigma)` where the slope \\sigma'(x) is asked for: it is understood."""
    asked = (one.symbol for one in parser.known.patterns.get(f"{token.text}'", ()) if parser.known.asks_for(one.symbol))
    argument = next((one.parameters[0] for one in asked if len(one.parameters) == 1), None)
    if not argument:
        return None
    behind = _behind_power(parser, parser.at)
    return Name(argument) if _is_alone(parser.tokens[behind]) or _holds_alone(parser, token, behind) else None


def _behind_power(parser: Parser, at: int) -> int:
    """The place of the brackets behind an exponent that is a number: `\\sigma^2(x)` is the square of \\sigma(x)."""
    if not parser.tokens[at].is_sign("^"):
        return at
    end = max(group_end(parser.tokens, at + 1), at + 2)
    raised = [token.kind for token in parser.tokens[at + 1 : end] if not token.is_sign("{", "}")]
    return end if raised == ["number"] and parser.tokens[end].is_sign("(") else at


def _is_alone(behind: Token) -> bool:
    """Whether what stands behind a function's name is nothing that the function could be of."""
    return behind.kind == "end" or behind.is_sign("+", "-", "*", "dot", "cross", "odot", "^", "}", ")", "]")


def _holds_alone(parser: Parser, token: Token, at: int) -> bool:
    """Whether the name stands without an argument in the brackets at a place: they are no argument of it either."""
    inner = range(at, group_end(parser.tokens, at)) if parser.tokens[at].is_sign("(") else ()
    same = [parser.tokens[place + 1] for place in inner if parser.tokens[place].same(token)]
    return bool(same) and all(map(_is_alone, same))


def _constant(parser: Parser, token: Token) -> Node | None:
    return Name(token.text) if token.text in CONSTANTS and not parser.token.is_sign("_") else None


def _free(parser: Parser, token: Token) -> Node:
    """Outside a question a letter is a real number, and so is a letter with a subscript."""
    if not parser.token.is_sign("_"):
        return Name(token.text)
    end = group_end(parser.tokens, parser.at + 1)
    inner = parser.tokens[parser.at + 2 : end - 1]
    if not all(part.kind in ("name", "number", "function", "word") or part.is_sign(",", "+", "-") for part in inner):
        raise parser.error("subscript-out-of-place")
    parser.at = end
    return Name(f"{token.text}_" + "".join(part.text for part in inner))


def declared_name(parser: Parser, symbol: Symbol, filled: Mapping[str, Node], token: Token) -> Node:
    """The tree of a declared symbol that was just read, with its arguments and indices."""
    if symbol.type == "probability":
        return probability.probability(parser, token)
    if symbol.type == "event":
        raise parser.error("event-outside-probability", token, name=symbol.name)
    if symbol.type == "set":
        raise parser.error("set-as-value", token, name=symbol.name)
    if filled:
        return _filled(parser, symbol, filled)
    if symbol.type == "function":
        return functions.applied(parser, symbol.name, token, symbol)
    if takes_arguments(symbol, parser.known.scope) and symbol.parameters:
        return _called(parser, symbol, token)
    return _indexed(parser, symbol, token)


def _filled(parser: Parser, symbol: Symbol, filled: Mapping[str, Node]) -> Node:
    arguments = tuple(filled.get(name, Name(name)) for name in symbol.parameters)
    if takes_arguments(symbol, parser.known.scope):
        return Apply(symbol.name, arguments)
    return Entry(Name(symbol.name), arguments)


def takes_arguments(symbol: Symbol, scope: Scope) -> bool:
    """Whether its parameters are numbers (an argument x) rather than indices."""
    kinds = {scope.symbols[name].type for name in symbol.parameters if name in scope.symbols}
    return symbol.type == "function" or bool(kinds & {"scalar", "array"})


def _called(parser: Parser, symbol: Symbol, token: Token) -> Node:
    """An answer name without its argument means it at the stem's own."""
    if parser.token.is_sign("(", "^") and not _times_itself(parser, token):
        return functions.applied(parser, symbol.name, token, symbol)
    return Apply(symbol.name, tuple(map(Name, symbol.parameters)))


def _times_itself(parser: Parser, token: Token) -> bool:
    """`σ(1-σ)` in a derivation is a product: what stands in the brackets is said with the name itself."""
    if not parser.known.derivatives or not parser.token.is_sign("("):
        return parser.known.derivatives and parser.token.is_sign("^")
    inner = parser.tokens[parser.at : group_end(parser.tokens, parser.at)]
    return any(one.same(token) for one in inner)


def _indexed(parser: Parser, symbol: Symbol, token: Token) -> Node:
    rank = len(symbol.shape) or len(symbol.parameters)
    if parser.token.is_sign("_"):
        if not rank:
            raise parser.error("subscript-undeclared", token, name=symbol.name)
        return Entry(Name(symbol.name), indices(parser, rank))
    if rank and parser.token.is_sign("[") and parser.ahead().kind == "number" and parser.ahead(2).is_sign("]", ","):
        raise parser.error("index-in-brackets", token, name=symbol.name)
    if rank and parser.token.is_sign("[", "(") and _holds_indices(parser, rank):
        return Entry(Name(symbol.name), _bracketed_indices(parser))
    if not rank:
        dependence.skip(parser, symbol)
    if symbol.type == "value" and not rank and _holds_an_array(parser):
        raise parser.error("value-called", token, name=symbol.name)
    return Name(symbol.name)


def _holds_an_array(parser: Parser) -> bool:
    """Whether an array's name alone stands in the brackets that follow: `var(x)` is meant as a call, not a product."""
    inner, closing = parser.ahead(), parser.ahead(2)
    if not parser.token.is_sign("(") or not closing.is_sign(")") or parser.known.derivatives:
        return False
    return any(one.symbol.shape for one in parser.known.patterns.get(inner.text, ()) if len(one.tokens) == 1)


def indices(parser: Parser, rank: int) -> tuple[Node, ...]:
    """The indices in `_{...}`: with commas, or letter by letter where the array has as many."""
    parser.expect("_")
    opener = parser.expect("{")
    end = group_end(parser.tokens, parser.at - 1) - 1
    inner = parser.tokens[parser.at : end]
    if not inner:
        raise parser.error("subscript-missing", opener)
    with parser.indexing(), parser.fenced():
        if len(inner) == rank > 1 and all(part.kind in ("name", "number") for part in inner):
            found = [letter_or_number(parser) for _ in inner]
        else:
            found = _listed(parser)
    parser.expect("}")
    return tuple(found)


def _listed(parser: Parser) -> list[Node]:
    found = [parser.expression()]
    while parser.take(","):
        found.append(parser.expression())
    return found


def _bracketed_indices(parser: Parser) -> tuple[Node, ...]:
    closer = ")" if parser.advance().text == "(" else "]"
    with parser.indexing(), parser.fenced():
        found = _listed(parser)
    parser.expect(closer)
    return tuple(found)


def _holds_indices(parser: Parser, rank: int) -> bool:
    """Whether brackets behind an array hold indices and nothing else: `z[k]`, not `W[h, x]` or `y(1-y)`."""
    if parser.token.spaced:
        return False
    inner = parser.tokens[parser.at + 1 : group_end(parser.tokens, parser.at) - 1]
    letters = [part for part in inner if part.kind == "name"]
    plain = all(part.kind in ("name", "number") or part.is_sign(",", "+", "-") for part in inner)
    commas = sum(part.is_sign(",") for part in inner)
    return plain and bool(letters) and commas == rank - 1 and all(may_be_index(parser, part) for part in letters)


def may_be_index(parser: Parser, token: Token) -> bool:
    """Whether a letter is bound, a declared index or size, or not declared at all."""
    if token.text in parser.bound:
        return True
    found = parser.known.patterns.get(token.text, ())
    if not found:
        return is_index_letter(token)
    return any(len(one.tokens) == 1 and one.symbol.type in ("index", "size") for one in found)


@lru_cache(maxsize=256)
def number(decimal: str) -> Number:
    """A number as typed, made once for all that are alike."""
    return Number(Fraction(decimal))


def letter_or_number(parser: Parser) -> Node:
    """One letter or number alone, as the indices of `_{ij}`."""
    token = parser.token
    if token.kind == "number":
        return number(parser.advance().text)
    if token.kind != "name":
        raise parser.unexpected()
    for one in parser.known.patterns.get(token.text, ()):
        if len(one.tokens) == 1 and token.text not in parser.bound:
            parser.advance()
            return Name(one.symbol.name)
    if token.text in parser.bound or is_index_letter(token):
        return Name(parser.advance().text)
    raise undeclared(parser, token)
